package io.clausestream.connector.delivery.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clausestream.schema.Digest;
import io.clausestream.schema.DigestEntry;

/** Writes digests. */
final class DigestJson {

  private DigestJson() {}

  static void write(ObjectNode json, Digest digest) {
    json.put("digestId", digest.getDigestId());
    json.put("subscriberId", digest.getSubscriberId());
    json.put("from", digest.getFrom().toString());
    json.put("until", digest.getUntil().toString());
    json.put("timeZone", digest.getTimeZone());
    json.put("highs", digest.getHighs());
    json.put("mediums", digest.getMediums());
    json.put("lows", digest.getLows());
    var entries = json.putArray("entries");
    digest.getEntries().forEach(entry -> write(entries.addObject(), entry));
    json.put("entriesOmitted", digest.getEntriesOmitted());
    json.put("engineVersion", digest.getEngineVersion());
  }

  private static void write(ObjectNode json, DigestEntry entry) {
    json.put("changeId", entry.getChangeId());
    json.put("alertId", entry.getAlertId());
    json.put("platform", entry.getPlatform());
    json.put("documentId", entry.getDocumentId());
    json.put("documentType", entry.getDocumentType());
    json.put("url", entry.getUrl());
    json.put("severity", entry.getSeverity().name());
    json.put("direction", entry.getDirection().name());
    ChangeJson.strings(json.putArray("categories"), entry.getCategories());
    json.put("title", entry.getTitle());
    ChangeJson.strings(json.putArray("summary"), entry.getSummary());
    json.put("fetchedAt", entry.getFetchedAt().toString());
    json.put("detectedAt", entry.getDetectedAt().toString());
    json.put("updates", entry.getUpdates());
    json.put("correction", entry.getCorrection());
  }
}
