package io.clausestream.core.subscription;

import java.util.Optional;

/**
 * A way to a subscriber.
 *
 * @param kind how it is told
 * @param target where to: URL of a webhook, address of a mailbox; else empty
 * @param secret name of the secret of the channel, never its value; empty when it needs none
 */
public record ChannelTarget(Kind kind, String target, Optional<String> secret) {

  /** Kinds of channels. */
  public enum Kind {
    /** HTTP POST of JSON. */
    WEBHOOK,
    /** A mail. */
    EMAIL,
    /** An incoming webhook of Slack, whose URL is the secret. */
    SLACK,
    /** Atom feeds of the subscriber. */
    FEED,
    /** A file of JSON lines. */
    JSON_LINES
  }
}
