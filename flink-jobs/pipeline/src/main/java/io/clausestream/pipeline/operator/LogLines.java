package io.clausestream.pipeline.operator;

import io.clausestream.connector.kafka.LogFields;
import io.clausestream.pipeline.wire.CanonicalFetchRecord;
import io.clausestream.pipeline.wire.PageEvent;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Refusal;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the operators log of single records, with the ids as fields. Never the text of a page or of
 * a request, so no message of a fault either, which may quote it: the dead letter has that.
 */
final class LogLines {

  private static final Logger LOG = LoggerFactory.getLogger(LogLines.class);
  private static final int MOST_FRAMES = 12;

  private LogLines() {}

  /** A record that is refused for what it is. */
  static void deadLetter(PageEvent event, String stage, String reason) {
    fields(event).log(() -> LOG.info("Dead letter at stage {}: {}", stage, reason));
  }

  /** A record at which the engine's own code failed. */
  static void fault(PageEvent event, String stage, Throwable fault) {
    fields(event).log(() -> LOG.error("A fault at stage {}: {}", stage, trace(fault)));
  }

  /** A fetch at which the engine's own code failed. */
  static void fault(CanonicalFetchRecord fetch, Throwable fault) {
    LogFields.of(LogFields.DOCUMENT_ID, fetch.documentId())
        .and(LogFields.FETCH_ID, fetch.fetchId())
        .log(
            () ->
                LOG.error(
                    "Fetch {} of '{}' failed: {}",
                    fetch.fetchId(),
                    fetch.documentId(),
                    trace(fault)));
  }

  /** Deadlines at which the engine's own code failed. */
  static void fault(String platform, Instant deadline, Throwable fault) {
    LOG.error("Deadlines of '{}' up to {} failed: {}", platform, deadline, trace(fault));
  }

  /** A change that goes out. */
  static void change(PageChange change) {
    LogFields.of(LogFields.DOCUMENT_ID, change.getDocumentId())
        .and(LogFields.FETCH_ID, change.getFetchId())
        .and(LogFields.CHANGE_ID, change.getChangeId())
        .log(
            () ->
                LOG.info(
                    "Change {} of '{}': {}, {}",
                    change.getChangeId(),
                    change.getDocumentId(),
                    change.getSeverity(),
                    change.getKind()));
  }

  /** A request that is refused; its own words and its subject may be personal, its id is not. */
  static void refusal(Refusal refusal) {
    LogFields.of(LogFields.REQUEST_ID, refusal.getRequestId())
        .and(LogFields.TOPIC, refusal.getTopic())
        .and(LogFields.PARTITION, refusal.getPartition())
        .and(LogFields.OFFSET, refusal.getOffset())
        .log(() -> LOG.info("Refused on {}: {}", refusal.getTopic(), refusal.getReason()));
  }

  private static LogFields fields(PageEvent event) {
    LogFields fields =
        event.record() == null ? LogFields.of(LogFields.TOPIC, null) : LogFields.of(event.record());
    if (event.page() != null) {
      fields
          .and(LogFields.DOCUMENT_ID, event.page().getDocumentId())
          .and(LogFields.FETCH_ID, event.page().getFetchId());
    }
    return fields;
  }

  /** Where it happened, without words. */
  private static String trace(Throwable fault) {
    StringBuilder trace = new StringBuilder();
    for (Throwable one = fault; one != null; one = one.getCause()) {
      trace.append(one == fault ? "" : " caused by ").append(one.getClass().getName());
      StackTraceElement[] frames = one.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
        trace.append(i == 0 ? " at " : ", ").append(frames[i]);
      }
    }
    return trace.toString();
  }
}
