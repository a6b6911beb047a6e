package io.clausestream.cli.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clausestream.cli.spill.KeyedLine;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What the comparison says of one change. Its JSON form, with these names, is a contract.
 *
 * @param outcome what it says
 * @param documentId the document
 * @param detectedAt when the change was sure, as recorded, or else as replayed
 * @param changeId id of the change, as recorded, or else as replayed
 * @param fetchId id of the fetch with the new text
 * @param title the change in one line
 * @param reason why it is missing or extra; empty otherwise
 * @param differences the fields that differ; empty unless it is different
 */
record ComparedChange(
    Outcome outcome,
    String documentId,
    String detectedAt,
    String changeId,
    String fetchId,
    String title,
    String reason,
    List<FieldDifference> differences) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static ComparedChange of(
      Outcome outcome, ChangeLine change, String reason, List<FieldDifference> differences) {
    return new ComparedChange(
        outcome,
        change.documentId(),
        change.detectedAt().toString(),
        change.changeId(),
        change.fetchId(),
        change.tree().path("title").asText(""),
        reason,
        differences);
  }

  /** The line of a report, with its place in it. */
  KeyedLine toLine() {
    try {
      return KeyedLine.of(
          documentId, java.time.Instant.parse(detectedAt), changeId, JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Strings can always be written.", e);
    }
  }

  /** Reads what {@link #toLine} wrote. */
  static ComparedChange parse(String line) {
    try {
      return JSON.readValue(line, ComparedChange.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("A line of our own can always be read.", e);
    }
  }
}
