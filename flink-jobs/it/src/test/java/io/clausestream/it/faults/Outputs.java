package io.clausestream.it.faults;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.connector.testkit.CommittedReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a reader of committed records sees, by id; an id that is told twice is there twice. */
final class Outputs {

  private static final String ID = "ce_id";

  /** Every topic that the job writes. */
  private static final List<TopicSpec> TOPICS =
      List.of(
          TopicCatalogue.PAGE_CHANGES,
          TopicCatalogue.PAGE_VERIFICATIONS,
          TopicCatalogue.SUPPRESSIONS,
          TopicCatalogue.ALERTS,
          TopicCatalogue.LATE_ALERTS,
          TopicCatalogue.DIGESTS,
          TopicCatalogue.PREVALENCE,
          TopicCatalogue.SOURCE_HEALTH,
          TopicCatalogue.DEAD_LETTERS,
          TopicCatalogue.SUBSCRIPTIONS,
          TopicCatalogue.RULES,
          TopicCatalogue.REFUSALS);

  private Outputs() {}

  /** The ids of each topic, sorted. */
  static Map<String, List<String>> of(KafkaConnection connection) {
    return TOPICS.stream()
        .map(TopicSpec::name)
        .collect(Collectors.toMap(Function.identity(), topic -> ids(connection, topic)));
  }

  /** The same without the second of any id. */
  static Map<String, List<String>> distinct(Map<String, List<String>> outputs) {
    return outputs.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, topic -> topic.getValue().stream().distinct().toList()));
  }

  /** How many records each topic has that has any, to be printed. */
  static String counts(Map<String, List<String>> outputs) {
    return outputs.entrySet().stream()
        .filter(topic -> !topic.getValue().isEmpty())
        .map(topic -> topic.getKey() + " " + topic.getValue().size())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** How many records all topics have. */
  static long count(Map<String, List<String>> outputs) {
    return outputs.values().stream().mapToLong(List::size).sum();
  }

  private static List<String> ids(KafkaConnection connection, String topic) {
    return CommittedReader.readAll(connection, topic).stream().map(Outputs::id).sorted().toList();
  }

  private static String id(KafkaRecord record) {
    byte[] id = record.headers().get(ID);
    if (id == null) {
      throw new IllegalStateException("A record without " + ID + " at " + record);
    }
    return new String(id, StandardCharsets.UTF_8);
  }
}
