package io.clausestream.cli.subscription;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.TopicReader;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Subscription;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The terms in force on a broker. */
final class AdmittedSubscriptions {

  private AdmittedSubscriptions() {}

  /** The latest terms of each subscriber, by subscriber. */
  static List<Subscription> of(KafkaConnection broker) {
    Map<String, Subscription> byId = new TreeMap<>();
    try (TopicReader<Subscription> reader =
        TopicReader.fromBeginning(broker, TopicCatalogue.SUBSCRIPTIONS, Subscription.class)
            .hearing(byId::remove)) {
      reader.readToEnd(subscription -> byId.put(subscription.getSubscriberId(), subscription));
    }
    return List.copyOf(byId.values());
  }

  /**
   * The latest terms of a subscriber.
   *
   * @throws UserMistake when there are none
   */
  static Subscription of(KafkaConnection broker, String subscriberId) {
    return of(broker).stream()
        .filter(subscription -> subscription.getSubscriberId().equals(subscriberId))
        .findFirst()
        .orElseThrow(
            () ->
                new UserMistake(
                    "There is no subscription of '"
                        + subscriberId
                        + "': see 'clausestream subscriptions list', or ask for one with"
                        + " 'clausestream subscribe'."));
  }
}
