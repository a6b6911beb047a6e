package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Channel;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.SubscriptionChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the ways to subscribers. For one thread. */
final class Routes {

  private final SubscriberTable table;
  private final Runnable catchUp;
  private final Function<ChannelKind, Optional<Channel>> channels;
  private boolean caughtUp;

  /**
   * Routes by a table.
   *
   * @param catchUp brings the table up to what is committed now
   */
  Routes(
      SubscriberTable table, Runnable catchUp, Function<ChannelKind, Optional<Channel>> channels) {
    this.table = table;
    this.catchUp = catchUp;
    this.channels = channels;
  }

  /** From now on an unknown subscriber is worth another look at the topic, once. */
  void newTurn() {
    caughtUp = false;
  }

  /** The subscriber, whose terms may be younger than what was read of them. */
  Optional<Subscriber> subscriber(String subscriberId) {
    Optional<Subscriber> known = table.find(subscriberId);
    if (known.isEmpty() && !caughtUp) {
      catchUp.run();
      caughtUp = true;
      known = table.find(subscriberId);
    }
    return known;
  }

  /** The way of a channel; empty when this process does not serve its kind. */
  Optional<Way> way(Subscriber subscriber, SubscriptionChannel target) {
    return channels
        .apply(target.getKind())
        .map(c -> new Way(c, target, subscriber.recipient(), circuit(c, target)));
  }

  /** The way of a waiting delivery; empty when there is none any more. */
  Optional<Way> way(RetryEntry entry) {
    return subscriber(entry.subscriberId())
        .filter(s -> !s.cancelled())
        .flatMap(s -> channel(s, entry).flatMap(c -> way(s, c)));
  }

  /** The target of a waiting delivery; that of all without a way is the same. */
  String circuit(RetryEntry entry) {
    return way(entry).map(Way::circuit).orElse("").intern();
  }

  /**
   * The channel that a waiting delivery was meant for. When the subscriber changed its target in
   * the meantime, that is the one channel of the same kind.
   */
  static Optional<SubscriptionChannel> channel(Subscriber subscriber, RetryEntry entry) {
    List<SubscriptionChannel> sameKind =
        subscriber.channels().stream().filter(c -> c.getKind() == entry.channel()).toList();
    Optional<SubscriptionChannel> same =
        sameKind.stream()
            .filter(c -> DeliveryId.of(entry.messageId(), c).equals(entry.deliveryId()))
            .findFirst();
    return same.isEmpty() && sameKind.size() == 1 ? Optional.of(sameKind.get(0)) : same;
  }

  /** A target that names none is left to the send, which tells why. */
  private static String circuit(Channel channel, SubscriptionChannel target) {
    try {
      return channel.kind() + " " + channel.circuit(target);
    } catch (RuntimeException e) {
      return channel.kind() + " ?";
    }
  }
}
