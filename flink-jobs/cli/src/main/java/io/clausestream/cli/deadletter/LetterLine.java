package io.clausestream.cli.deadletter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.clausestream.schema.DeadLetter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as one JSON object in one line; the names and the order of the fields are a
 * contract. The bytes of its value are not in it.
 */
final class LetterLine {

  private static final JsonFactory JSON = new JsonFactory();

  private LetterLine() {}

  static String of(DeadLetter letter, int attempts, String redrivenAt) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("deadLetterId", letter.getDeadLetterId());
      text(json, "recordTimestamp", letter.getRecordTimestamp());
      json.writeStringField("stage", letter.getStage());
      json.writeStringField("reason", letter.getReason());
      json.writeStringField("detail", letter.getDetail());
      text(json, "documentId", letter.getDocumentId());
      text(json, "key", letter.getKey() == null ? null : LetterText.key(letter));
      text(json, "topic", letter.getTopic());
      number(json, "partition", letter.getPartition());
      number(json, "offset", letter.getOffset());
      number(json, "bytes", letter.getValue() == null ? null : letter.getValue().remaining());
      json.writeObjectFieldStart("headers");
      for (var header : new TreeMap<>(letter.getHeaders()).entrySet()) {
        json.writeStringField(header.getKey(), LetterText.text(header.getValue()));
      }
      json.writeEndObject();
      json.writeStringField("engineVersion", letter.getEngineVersion());
      json.writeNumberField("redrives", attempts);
      text(json, "redrivenAt", redrivenAt.isEmpty() ? null : redrivenAt);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A string cannot fail to take characters.", e);
    }
    return line.toString();
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, value.toString());
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable Number value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value.longValue());
    }
  }
}
