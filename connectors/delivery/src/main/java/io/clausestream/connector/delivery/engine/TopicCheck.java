package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
      Set<String> present =
          admin.status(topics.specs()).stream().map(TopicStatus::topic).collect(Collectors.toSet());
      List<String> missing =
          topics.specs().stream().map(t -> t.name()).filter(t -> !present.contains(t)).toList();
      if (!missing.isEmpty()) {
        throw new IllegalStateException(
            "Nothing can be delivered, for topics are missing at %s: %s. Create them with './clausestream topics create'."
                .formatted(connection.bootstrapServers(), String.join(", ", missing)));
      }
    }
  }
}
