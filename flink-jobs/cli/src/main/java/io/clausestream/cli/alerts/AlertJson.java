package io.clausestream.cli.alerts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.clausestream.cli.json.ArchivePage;
import io.clausestream.cli.json.JsonLine;
import io.clausestream.cli.json.JsonObject;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import java.io.IOException;

/** An alert as one JSON object in one line; new fields come behind. Stateless. */
final class AlertJson {

  private AlertJson() {}

  /** Without the change, but for what names it. */
  static String line(Alert alert) {
    return JsonObject.of(json -> fields(json, alert));
  }

  /** With the whole change. */
  static String whole(Alert alert) {
    PageChange change = alert.getChange();
    return JsonObject.of(
        json -> {
          fields(json, alert);
          json.writeFieldName("change");
          json.writeRawValue(JsonLine.of(change, ArchivePage.of(change)));
        });
  }

  private static void fields(JsonGenerator json, Alert alert) throws IOException {
    PageChange change = alert.getChange();
    json.writeStringField("alertId", alert.getAlertId());
    json.writeStringField("subscriberId", alert.getSubscriberId());
    json.writeStringField("alertedAt", alert.getAlertedAt().toString());
    json.writeStringField("severity", alert.getSeverity().name());
    json.writeStringField("platform", change.getPlatform());
    json.writeStringField("documentId", change.getDocumentId());
    json.writeStringField("changeId", change.getChangeId());
    json.writeStringField("title", change.getTitle());
    JsonObject.text(json, "updates", alert.getUpdates());
    JsonObject.text(json, "retracts", alert.getRetracts());
    JsonObject.text(json, "correction", alert.getCorrection());
  }
}
