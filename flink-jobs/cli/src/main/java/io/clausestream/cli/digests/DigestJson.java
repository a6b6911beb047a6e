package io.clausestream.cli.digests;

import com.fasterxml.jackson.core.JsonGenerator;
import io.clausestream.cli.json.JsonObject;
import io.clausestream.schema.Digest;
import io.clausestream.schema.DigestEntry;
import java.io.IOException;
import java.util.List;

/** A digest as one JSON object in one line; new fields come behind. Stateless. */
final class DigestJson {

  private DigestJson() {}

  /** Without what it says of the changes. */
  static String line(Digest digest) {
    return JsonObject.of(json -> fields(json, digest));
  }

  /** With what it says of the changes. */
  static String whole(Digest digest) {
    return JsonObject.of(
        json -> {
          fields(json, digest);
          json.writeArrayFieldStart("entries");
          for (DigestEntry entry : digest.getEntries()) {
            entry(json, entry);
          }
          json.writeEndArray();
        });
  }

  private static void fields(JsonGenerator json, Digest digest) throws IOException {
    json.writeStringField("digestId", digest.getDigestId());
    json.writeStringField("subscriberId", digest.getSubscriberId());
    json.writeStringField("from", digest.getFrom().toString());
    json.writeStringField("until", digest.getUntil().toString());
    json.writeStringField("timeZone", digest.getTimeZone());
    json.writeNumberField("highs", digest.getHighs());
    json.writeNumberField("mediums", digest.getMediums());
    json.writeNumberField("lows", digest.getLows());
    json.writeNumberField("entriesOmitted", digest.getEntriesOmitted());
    json.writeStringField("engineVersion", digest.getEngineVersion());
  }

  private static void entry(JsonGenerator json, DigestEntry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("changeId", entry.getChangeId());
    json.writeStringField("alertId", entry.getAlertId());
    json.writeStringField("platform", entry.getPlatform());
    json.writeStringField("documentId", entry.getDocumentId());
    json.writeStringField("documentType", entry.getDocumentType());
    json.writeStringField("url", entry.getUrl());
    json.writeStringField("severity", entry.getSeverity().name());
    json.writeStringField("direction", entry.getDirection().name());
    strings(json, "categories", entry.getCategories());
    json.writeStringField("title", entry.getTitle());
    strings(json, "summary", entry.getSummary());
    json.writeStringField("fetchedAt", entry.getFetchedAt().toString());
    json.writeStringField("detectedAt", entry.getDetectedAt().toString());
    JsonObject.text(json, "updates", entry.getUpdates());
    JsonObject.text(json, "correction", entry.getCorrection());
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
