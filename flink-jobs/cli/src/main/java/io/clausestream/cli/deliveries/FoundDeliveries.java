package io.clausestream.cli.deliveries;

import io.clausestream.cli.UserMistake;
import io.clausestream.connector.delivery.engine.DeliveryFilter;
import io.clausestream.connector.delivery.engine.DeliveryLog;
import io.clausestream.connector.delivery.engine.EngineTopics;
import io.clausestream.connector.kafka.KafkaConnection;
import java.util.Comparator;
import java.util.List;

/** Reads how deliveries stand. Stateless. */
final class FoundDeliveries {

  private static final Comparator<DeliveryFacts> BY_TIME =
      Comparator.comparing(DeliveryFacts::time).thenComparing(DeliveryFacts::id);

  private FoundDeliveries() {}

  /**
   * Those that the filter lets through, by time.
   *
   * @throws UserMistake when a topic is missing
   */
  static List<DeliveryFacts> of(KafkaConnection broker, DeliveryFilter filter) {
    try {
      return DeliveryLog.read(broker, EngineTopics.ofCatalogue(), filter).stream()
          .map(DeliveryFacts::of)
          .sorted(BY_TIME)
          .toList();
    } catch (IllegalStateException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The one whose id begins so.
   *
   * @throws UserMistake when there is none, or more than one
   */
  static DeliveryFacts one(List<DeliveryFacts> all, String id) {
    List<DeliveryFacts> found = all.stream().filter(one -> one.id().startsWith(id)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new UserMistake(
        found.isEmpty()
            ? "No delivery has the id '" + id + "': see 'clausestream deliveries list'."
            : found.size() + " deliveries have an id that begins with '" + id + "': say more.");
  }
}
