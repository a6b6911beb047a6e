package io.clausestream.connector.delivery.engine;

import io.clausestream.schema.Subscription;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terms in force of every subscriber. For one thread. */
final class SubscriberTable {

  private final Map<String, Subscriber> subscribers = new HashMap<>();

  /**
   * A record of the topic.
   *
   * @param subscription null when the subscriber was forgotten
   */
  void apply(String subscriberId, @Nullable Subscription subscription) {
    if (subscription == null) {
      subscribers.remove(subscriberId);
      return;
    }
    Subscriber next = Subscriber.of(subscription);
    subscribers.merge(subscriberId, next, (a, b) -> b.offset() >= a.offset() ? b : a);
  }

  /** The subscriber; empty when nothing is known of it. */
  Optional<Subscriber> find(String subscriberId) {
    return Optional.ofNullable(subscribers.get(subscriberId));
  }

  int size() {
    return subscribers.size();
  }
}
