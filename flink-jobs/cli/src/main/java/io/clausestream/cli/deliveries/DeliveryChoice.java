package io.clausestream.cli.deliveries;

import io.clausestream.connector.delivery.engine.DeliveryFilter;
import io.clausestream.schema.ChannelKind;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which deliveries are meant, by subscriber and channel. */
final class DeliveryChoice {

  /** The kinds of channels, as they are said. */
  private enum Kind {
    WEBHOOK(ChannelKind.WEBHOOK),
    EMAIL(ChannelKind.EMAIL),
    SLACK(ChannelKind.SLACK),
    FEED(ChannelKind.FEED),
    LINES(ChannelKind.JSON_LINES);

    private final ChannelKind kind;

    Kind(ChannelKind kind) {
      this.kind = kind;
    }
  }

  @Option(names = "--subscriber", paramLabel = "ID", description = "Only those to a subscriber.")
  private @Nullable String subscriber;

  @Option(
      names = "--channel",
      paramLabel = "KIND",
      description = "Only those on a kind of channel: webhook, email, slack, feed, lines.")
  private @Nullable Kind channel;

  boolean isNamed() {
    return subscriber != null || channel != null;
  }

  DeliveryFilter filter() {
    return new DeliveryFilter(
        Set.of(),
        Set.of(),
        Optional.ofNullable(subscriber),
        Optional.ofNullable(channel).map(named -> named.kind));
  }
}
