package io.clausestream.cli.topics;

import io.clausestream.cli.json.JsonObject;
import io.clausestream.connector.kafka.TopicDifference;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.connector.kafka.TopicStatus;
import java.util.Optional;

/** Topics as one JSON object in one line; the names and the order of the fields are a contract. */
final class TopicLine {

  private TopicLine() {}

  static String of(TopicSpec topic, Optional<TopicStatus> found) {
    return JsonObject.of(
        json -> {
          json.writeStringField("topic", topic.name());
          json.writeBooleanField("exists", found.isPresent());
          if (found.isPresent()) {
            TopicStatus status = found.get();
            json.writeNumberField("partitions", status.partitions());
            json.writeNumberField(
                "retentionMs", status.retention().map(r -> r.toMillis()).orElse(-1L));
            json.writeStringField("cleanupPolicy", status.cleanupPolicy());
            json.writeNumberField("offsets", status.offsets());
            json.writeNumberField("bytes", status.bytes());
          }
          json.writeStringField("key", topic.key());
          json.writeStringField("recordType", topic.recordType());
        });
  }

  static String of(TopicDifference difference, String remedy) {
    return JsonObject.of(
        json -> {
          json.writeStringField("topic", difference.topic());
          json.writeStringField("kind", difference.kind().name());
          json.writeStringField("setting", difference.setting());
          json.writeStringField("expected", difference.expected());
          json.writeStringField("actual", difference.actual());
          json.writeStringField("remedy", remedy);
        });
  }

  static String created(String topic) {
    return JsonObject.of(
        json -> {
          json.writeStringField("topic", topic);
          json.writeBooleanField("created", true);
        });
  }
}
