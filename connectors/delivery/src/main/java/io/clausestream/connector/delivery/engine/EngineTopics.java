package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import java.util.List;

/**
 * Names of the topics that the engine reads and writes.
 *
 * @param alerts read
 * @param digests read
 * @param subscriptions read as a table
 * @param deliveries written
 * @param retries read and written
 * @param lateAlerts written
 */
public record EngineTopics(
    String alerts,
    String digests,
    String subscriptions,
    String deliveries,
    String retries,
    String lateAlerts) {

  /** The names of the catalogue. */
  public static EngineTopics ofCatalogue() {
    return new EngineTopics(
        TopicCatalogue.ALERTS.name(),
        TopicCatalogue.DIGESTS.name(),
        TopicCatalogue.SUBSCRIPTIONS.name(),
        TopicCatalogue.DELIVERIES.name(),
        TopicCatalogue.DELIVERY_RETRIES.name(),
        TopicCatalogue.LATE_ALERTS.name());
  }

  /** The topics as they should be. */
  public List<TopicSpec> specs() {
    return List.of(
        TopicCatalogue.ALERTS.withName(alerts),
        TopicCatalogue.DIGESTS.withName(digests),
        TopicCatalogue.SUBSCRIPTIONS.withName(subscriptions),
        TopicCatalogue.DELIVERIES.withName(deliveries),
        TopicCatalogue.DELIVERY_RETRIES.withName(retries),
        TopicCatalogue.LATE_ALERTS.withName(lateAlerts));
  }
}
