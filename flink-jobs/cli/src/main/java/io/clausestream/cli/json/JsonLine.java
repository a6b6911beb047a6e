package io.clausestream.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.CoMovement;
import io.clausestream.schema.Move;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVersion;
import io.clausestream.schema.Prevalence;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Span;
import io.clausestream.schema.Suppression;
import java.io.IOException;
import java.util.List;

/**
 * Records as one JSON object in one line. The names of the fields and their order are a contract;
 * new fields come behind. Instants are ISO-8601 in UTC. The same record gives the same characters.
 */
public final class JsonLine {

  private JsonLine() {}

  /**
   * A change that alerts.
   *
   * @param page path of the page in its archive
   */
  public static String of(PageChange change, String page) {
    return JsonObject.of(
        json -> {
          json.writeStringField("page", page);
          json.writeStringField("documentId", change.getDocumentId());
          instant(json, "fetchedAt", change.getCurrent().getFetchedAt());
          instant(json, "detectedAt", change.getDetectedAt());
          json.writeStringField("kind", change.getKind().name());
          json.writeStringField("severity", change.getSeverity().name());
          json.writeStringField("direction", change.getDirection().name());
          strings(json, "categories", change.getCategories());
          json.writeStringField("changeId", change.getChangeId());
          strings(json, "summary", change.getSummary());
          json.writeStringField("title", change.getTitle());
          json.writeStringField("platform", change.getPlatform());
          json.writeStringField("documentType", change.getDocumentType());
          json.writeStringField("url", change.getUrl());
          json.writeStringField("fetchId", change.getFetchId());
          reasons(json, change.getReasons());
          version(json, "previous", change.getPrevious());
          version(json, "current", change.getCurrent());
          blocks(json, change.getBlocks(), change.getBlocksOmitted());
          json.writeStringField("ruleSetVersion", change.getRuleSetVersion());
          json.writeNumberField("canonicalVersion", change.getCanonicalVersion());
          json.writeStringField("assessmentId", change.getAssessmentId());
          JsonObject.text(json, "effectiveDate", change.getEffectiveDate());
          JsonObject.number(json, "noticeDays", change.getNoticeDays());
          json.writeStringField("engineVersion", change.getEngineVersion());
          json.writeStringField("origin", change.getOrigin().name());
          ProvisionJson.write(json, change.getProvisions());
          json.writeNumberField("provisionsOmitted", change.getProvisionsOmitted());
          json.writeStringField("language", change.getLanguage());
          json.writeBooleanField("retroactive", change.getRetroactive());
        });
  }

  /**
   * A fetch that did not alert, with the reason.
   *
   * @param page path of the page in its archive
   */
  public static String of(Suppression suppression, String page) {
    return JsonObject.of(
        json -> {
          json.writeStringField("page", page);
          json.writeStringField("documentId", suppression.getDocumentId());
          instant(json, "fetchedAt", suppression.getFetchedAt());
          instant(json, "detectedAt", suppression.getDetectedAt());
          json.writeStringField("verdict", suppression.getVerdict().name());
          JsonObject.text(json, "kind", suppression.getKind());
          json.writeStringField("reason", suppression.getReason());
          json.writeStringField("detail", suppression.getDetail());
          json.writeStringField("fetchId", suppression.getFetchId());
          json.writeStringField("platform", suppression.getPlatform());
          json.writeStringField("documentType", suppression.getDocumentType());
          json.writeStringField("url", suppression.getUrl());
          JsonObject.text(json, "previousTextSha256", suppression.getPreviousTextSha256());
          JsonObject.text(json, "textSha256", suppression.getTextSha256());
          JsonObject.text(json, "bodySha256", suppression.getBodySha256());
          blocks(json, suppression.getBlocks(), suppression.getBlocksOmitted());
          json.writeStringField("ruleSetVersion", suppression.getRuleSetVersion());
          json.writeNumberField("canonicalVersion", suppression.getCanonicalVersion());
          json.writeStringField("engineVersion", suppression.getEngineVersion());
          json.writeStringField("origin", suppression.getOrigin().name());
        });
  }

  /** A category across platforms at the end of a day. */
  public static String of(Prevalence count) {
    return JsonObject.of(
        json -> {
          instant(json, "day", count.getDay());
          json.writeStringField("category", count.getCategory());
          json.writeNumberField("platformsWith", count.getPlatformsWith());
          json.writeNumberField("platformsTracked", count.getPlatformsTracked());
          strings(json, "began", count.getBegan());
          json.writeNumberField("beganOmitted", count.getBeganOmitted());
          strings(json, "ceased", count.getCeased());
          json.writeNumberField("ceasedOmitted", count.getCeasedOmitted());
          json.writeNumberField("platformsAdverse", count.getPlatformsAdverse());
          json.writeNumberField("platformsProtective", count.getPlatformsProtective());
          movements(json, count.getCoMovements());
          json.writeStringField("prevalenceId", count.getPrevalenceId());
          json.writeStringField("engineVersion", count.getEngineVersion());
        });
  }

  private static void movements(JsonGenerator json, List<CoMovement> movements) throws IOException {
    json.writeArrayFieldStart("coMovements");
    for (CoMovement movement : movements) {
      json.writeStartObject();
      json.writeStringField("direction", movement.getDirection().name());
      json.writeNumberField("platforms", movement.getPlatforms());
      instant(json, "from", movement.getFrom());
      instant(json, "to", movement.getTo());
      json.writeNumberField("windowDays", movement.getWindowDays());
      json.writeNumberField("platformsAtLeast", movement.getPlatformsAtLeast());
      json.writeArrayFieldStart("moves");
      for (Move move : movement.getMoves()) {
        json.writeStartObject();
        json.writeStringField("platform", move.getPlatform());
        json.writeStringField("changeId", move.getChangeId());
        instant(json, "detectedAt", move.getDetectedAt());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void version(JsonGenerator json, String name, PageVersion version)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("number", version.getNumber());
    json.writeStringField("textSha256", version.getTextSha256());
    json.writeStringField("bodySha256", version.getBodySha256());
    instant(json, "fetchedAt", version.getFetchedAt());
    JsonObject.text(json, "contentType", version.getContentType());
    json.writeEndObject();
  }

  static void reasons(JsonGenerator json, List<Reason> reasons) throws IOException {
    json.writeArrayFieldStart("reasons");
    for (Reason reason : reasons) {
      json.writeStartObject();
      json.writeStringField("ruleId", reason.getRuleId());
      json.writeStringField("sentence", reason.getSentence());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void blocks(JsonGenerator json, List<BlockChange> blocks, int omitted)
      throws IOException {
    json.writeArrayFieldStart("blocks");
    for (BlockChange block : blocks) {
      json.writeStartObject();
      json.writeStringField("operation", block.getOperation().name());
      strings(json, "headingPath", block.getHeadingPath());
      strings(json, "categories", block.getCategories());
      JsonObject.text(json, "before", block.getBefore());
      JsonObject.text(json, "after", block.getAfter());
      JsonObject.text(json, "provisionId", block.getProvisionId());
      spans(json, block.getSpans());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("blocksOmitted", omitted);
  }

  private static void spans(JsonGenerator json, List<Span> spans) throws IOException {
    json.writeArrayFieldStart("spans");
    for (Span span : spans) {
      json.writeStartObject();
      json.writeStringField("side", span.getSide().name());
      json.writeNumberField("start", span.getStart());
      json.writeNumberField("end", span.getEnd());
      JsonObject.text(json, "ruleId", span.getRuleId());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  static void instant(JsonGenerator json, String name, Object instant) throws IOException {
    json.writeStringField(name, instant.toString());
  }
}
