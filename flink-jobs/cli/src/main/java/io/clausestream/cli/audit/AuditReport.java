package io.clausestream.cli.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.clausestream.cli.json.JsonObject;
import io.clausestream.cli.spill.SpillFolder;
import io.clausestream.cli.spill.SpillMerge;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Map;

/**
 * What an audit found; for people {@link AuditTable} prints it, for programs it is JSON.
 *
 * @param period what it was about
 * @param recorded how many changes were recorded
 * @param outcomes how many changes have which outcome
 * @param results lines of {@link ComparedChange}
 */
record AuditReport(
    Period period, Recorded.Counts recorded, Map<Outcome, Long> outcomes, SpillFolder results) {

  private static final JsonFactory JSON =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  /** Whether no change differs. */
  boolean isReproduced() {
    return outcomes.entrySet().stream()
        .allMatch(e -> e.getKey() == Outcome.REPRODUCED || e.getValue() == 0);
  }

  /** Writes the report; answers how many changes it is about. */
  long writeTo(Writer writer) throws IOException {
    long count = 0;
    try (JsonGenerator json = JSON.createGenerator(writer);
        SpillMerge lines = results.open()) {
      json.writeStartObject();
      json.writeBooleanField("reproduced", isReproduced());
      period(json);
      counts(json);
      json.writeArrayFieldStart("changes");
      while (lines.hasNext()) {
        json.writeRaw('\n');
        json.writeRawValue(lines.next().text());
        count++;
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    writer.write('\n');
    return count;
  }

  private void period(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("period");
    JsonObject.text(json, "since", period.since().equals(Instant.MIN) ? null : period.since());
    JsonObject.text(json, "until", period.until());
    json.writeArrayFieldStart("platforms");
    for (String platform : period.platforms()) {
      json.writeString(platform);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void counts(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("counts");
    for (Outcome outcome : Outcome.values()) {
      json.writeNumberField(outcome.name(), outcomes.get(outcome));
    }
    json.writeNumberField("leftOut", recorded.leftOut());
    json.writeEndObject();
  }
}
