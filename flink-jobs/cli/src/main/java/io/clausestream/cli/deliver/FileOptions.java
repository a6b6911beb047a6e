package io.clausestream.cli.deliver;

import io.clausestream.cli.UserMistake;
import io.clausestream.connector.delivery.ChannelSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The channels that write files, and where feeds are served. */
final class FileOptions {

  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--lines",
      paramLabel = "FOLDER",
      description = "Where the files of JSON lines are; without it there are none.")
  private @Nullable Path lines;

  @Option(
      names = "--feeds",
      paramLabel = "FOLDER",
      description = "Where the Atom feeds are; without it there are none.")
  private @Nullable Path feeds;

  @Option(
      names = "--feed-port",
      paramLabel = "PORT",
      description = "Port at which they are served; 0: any free one (default: not served).")
  private @Nullable Integer feedPort;

  @Option(
      names = "--feed-address",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address of the server of feeds; 0.0.0.0: all (default: ${DEFAULT-VALUE}).")
  private String feedAddress;

  @Option(
      names = "--feed-secret",
      paramLabel = "NAME",
      defaultValue = "feeds",
      description =
          "Name of the secret from which the tokens of feeds are made (default: ${DEFAULT-VALUE}).")
  private String feedSecret;

  ChannelSettings addTo(ChannelSettings channels) {
    ChannelSettings more = feeds == null ? channels : channels.withFeeds(feeds);
    return lines == null ? more : more.withLines(lines);
  }

  /**
   * Where feeds are served; empty when they are not.
   *
   * @throws UserMistake when the place is wrong
   */
  Optional<FeedPlace> place() {
    if (feedPort == null) {
      return Optional.empty();
    }
    if (feeds == null) {
      throw new UserMistake("--feed-port serves feeds that nobody writes: name their --feeds.");
    }
    if (feedPort < 0 || feedPort > MAX_PORT) {
      throw new UserMistake("--feed-port must be 0 to " + MAX_PORT + ", but is " + feedPort + ".");
    }
    try {
      InetAddress address = InetAddress.getByName(feedAddress);
      return Optional.of(
          new FeedPlace(feeds, feedSecret, new InetSocketAddress(address, feedPort)));
    } catch (UnknownHostException e) {
      throw new UserMistake(
          "--feed-address '" + feedAddress + "' is no address: write it like 127.0.0.1.", e);
    }
  }
}
