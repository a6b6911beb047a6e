package io.clausestream.connector.delivery.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clausestream.connector.delivery.Citation;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVersion;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Span;
import java.util.List;

/** Writes changes, field by field in the order of their meaning. */
final class ChangeJson {

  private ChangeJson() {}

  static void write(ObjectNode json, PageChange change) {
    identity(json, change);
    assessment(json, change);
    blocks(json.putArray("blocks"), change.getBlocks());
    json.put("blocksOmitted", change.getBlocksOmitted());
    ProvisionJson.write(json.putArray("provisions"), change.getProvisions());
    json.put("provisionsOmitted", change.getProvisionsOmitted());
    version(json.putObject("previous"), change.getPrevious());
    version(json.putObject("current"), change.getCurrent());
    dates(json, change);
    origin(json, change);
    json.put("citation", Citation.of(change));
  }

  private static void identity(ObjectNode json, PageChange change) {
    json.put("changeId", change.getChangeId());
    json.put("assessmentId", change.getAssessmentId());
    json.put("documentId", change.getDocumentId());
    json.put("platform", change.getPlatform());
    json.put("documentType", change.getDocumentType());
    json.put("url", change.getUrl());
    json.put("language", change.getLanguage());
    json.put("kind", change.getKind().name());
  }

  private static void assessment(ObjectNode json, PageChange change) {
    json.put("severity", change.getSeverity().name());
    json.put("direction", change.getDirection().name());
    strings(json.putArray("categories"), change.getCategories());
    json.put("title", change.getTitle());
    strings(json.putArray("summary"), change.getSummary());
    reasons(json.putArray("reasons"), change.getReasons());
  }

  private static void dates(ObjectNode json, PageChange change) {
    json.put(
        "effectiveDate",
        change.getEffectiveDate() == null ? null : change.getEffectiveDate().toString());
    json.put("noticeDays", change.getNoticeDays());
    json.put("retroactive", change.getRetroactive());
    json.put("detectedAt", change.getDetectedAt().toString());
  }

  private static void origin(ObjectNode json, PageChange change) {
    json.put("fetchId", change.getFetchId());
    json.put("ruleSetVersion", change.getRuleSetVersion());
    json.put("canonicalVersion", change.getCanonicalVersion());
    json.put("engineVersion", change.getEngineVersion());
    json.put("origin", change.getOrigin().name());
  }

  private static void version(ObjectNode json, PageVersion version) {
    json.put("number", version.getNumber());
    json.put("textSha256", version.getTextSha256());
    json.put("bodySha256", version.getBodySha256());
    json.put("fetchedAt", version.getFetchedAt().toString());
    json.put("contentType", version.getContentType());
  }

  private static void blocks(ArrayNode json, List<BlockChange> blocks) {
    for (BlockChange block : blocks) {
      ObjectNode node = json.addObject();
      node.put("operation", block.getOperation().name());
      node.put("provisionId", block.getProvisionId());
      strings(node.putArray("headingPath"), block.getHeadingPath());
      strings(node.putArray("categories"), block.getCategories());
      node.put("before", block.getBefore());
      node.put("after", block.getAfter());
      spans(node.putArray("spans"), block.getSpans());
    }
  }

  private static void spans(ArrayNode json, List<Span> spans) {
    for (Span span : spans) {
      ObjectNode node = json.addObject();
      node.put("side", span.getSide().name());
      node.put("start", span.getStart());
      node.put("end", span.getEnd());
      node.put("ruleId", span.getRuleId());
    }
  }

  static void reasons(ArrayNode json, List<Reason> reasons) {
    for (Reason reason : reasons) {
      ObjectNode node = json.addObject();
      node.put("ruleId", reason.getRuleId());
      node.put("sentence", reason.getSentence());
    }
  }

  static void strings(ArrayNode json, List<String> texts) {
    texts.forEach(json::add);
  }
}
