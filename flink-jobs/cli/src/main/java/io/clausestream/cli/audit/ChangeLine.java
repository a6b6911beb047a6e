package io.clausestream.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clausestream.cli.spill.KeyedLine;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A change as a line of JSON, in the form that {@code replay --changes} and {@code changes --format
 * jsonl} write.
 *
 * @param text the line
 * @param tree its fields; those that name the change are there
 */
record ChangeLine(String text, JsonNode tree) {

  /** Strict: what two readers could take for two things is no record of anything. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException saying in half a sentence why it is no change
   */
  static ChangeLine parse(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      if (!tree.isObject()) {
        throw new IllegalArgumentException("it is no JSON object");
      }
      ChangeLine line = new ChangeLine(text, tree);
      line.check();
      return line;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("it is no JSON (" + e.getOriginalMessage() + ")", e);
    }
  }

  private void check() {
    for (String field : new String[] {"documentId", "platform", "changeId", "fetchId"}) {
      string(field);
    }
    try {
      detectedAt();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "its field detectedAt is no instant: '" + string("detectedAt") + "'", e);
    }
  }

  String documentId() {
    return string("documentId");
  }

  String platform() {
    return string("platform");
  }

  String changeId() {
    return string("changeId");
  }

  String fetchId() {
    return string("fetchId");
  }

  Instant detectedAt() {
    return Instant.parse(string("detectedAt"));
  }

  /** The line with its place among changes of the same id. */
  KeyedLine byChange() {
    return byChange(documentId(), changeId(), text);
  }

  /** The line of a change with its place among those of the same id. */
  static KeyedLine byChange(String documentId, String changeId, String text) {
    return new KeyedLine(KeyedLine.key(documentId, changeId), text);
  }

  /** The line with its place among changes of the same fetch. */
  KeyedLine byFetch() {
    return new KeyedLine(KeyedLine.key(documentId(), fetchId()), text);
  }

  private String string(String field) {
    JsonNode value = tree.get(field);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("it has no text in the field " + field);
    }
    return value.textValue();
  }
}
