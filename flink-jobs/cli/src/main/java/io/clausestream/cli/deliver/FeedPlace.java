package io.clausestream.cli.deliver;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * Where feeds are served.
 *
 * @param folder of all feeds
 * @param secretName name of the secret from which their tokens are made
 * @param address to listen at; port 0 for any free one
 */
public record FeedPlace(Path folder, String secretName, InetSocketAddress address) {}
