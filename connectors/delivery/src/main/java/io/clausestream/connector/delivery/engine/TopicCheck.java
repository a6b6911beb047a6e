package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicDifference;
import java.util.List;

/** Whether the topics of delivery are there. */
final class TopicCheck {

  private TopicCheck() {}

  /**
   * Throws when one is missing.
   *
   * @throws IllegalStateException with the names and the remedy, in one line
   */
  static void require(KafkaConnection connection, EngineTopics topics) {
    try (TopicAdmin admin = TopicAdmin.open(connection)) {
      List<String> missing =
          admin.check(topics.specs()).stream()
              .filter(difference -> difference.kind() == TopicDifference.Kind.MISSING)
              .map(TopicDifference::topic)
              .toList();
      if (!missing.isEmpty()) {
        throw new IllegalStateException(
            "Nothing can be delivered, for topics are missing at %s: %s. Create them with './clausestream topics create'."
                .formatted(connection.bootstrapServers(), String.join(", ", missing)));
      }
    }
  }
}
