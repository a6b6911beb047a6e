package io.clausestream.cli.topics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.clausestream.connector.kafka.TopicDifference;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.connector.kafka.TopicStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Topics as one JSON object in one line; the names and the order of the fields are a contract. */
final class TopicLine {

  private static final JsonFactory JSON = new JsonFactory();

  private TopicLine() {}

  static String of(TopicSpec topic, Optional<TopicStatus> found) {
    return object(
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
    return object(
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
    return object(
        json -> {
          json.writeStringField("topic", topic);
          json.writeBooleanField("created", true);
        });
  }

  private static String object(Fields fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      fields.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot fail to take characters.", e);
    }
    return line.toString();
  }

  /** Writes the fields of an object. */
  private interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }
}
