package io.clausestream.pipeline.wire;

import io.clausestream.schema.DigestEntry;

/**
 * A change that a subscriber is told of, on its way to the operator that cuts weeks. With a
 * correction it takes the place of what was said of the change before.
 *
 * @param subscriberId id of the subscriber; the stream is keyed by it
 * @param entry what the digest says of the change
 */
public record DigestNews(String subscriberId, DigestEntry entry) {}
