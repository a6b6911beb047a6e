package io.clausestream.connector.kafka;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The ids of what a log line is about, as fields of the line: every process of the engine calls
 * them the same, so that a search for a document or a change finds all that was logged of it. They
 * are in the logger's context while the line is written, and the JSON form of the logs shows them.
 * Never a body, a target or a secret. For one thread.
 */
public final class LogFields {

  /** Id of the document. */
  public static final String DOCUMENT_ID = "documentId";

  /** Id of the fetch. */
  public static final String FETCH_ID = "fetchId";

  /** Id of the change. */
  public static final String CHANGE_ID = "changeId";

  /** Id of the alert or digest. */
  public static final String MESSAGE_ID = "messageId";

  /** Id of the delivery. */
  public static final String DELIVERY_ID = "deliveryId";

  /** Id of the request. */
  public static final String REQUEST_ID = "requestId";

  /** Topic of the record. */
  public static final String TOPIC = "topic";

  /** Partition of the record. */
  public static final String PARTITION = "partition";

  /** Offset of the record. */
  public static final String OFFSET = "offset";

  private static final List<String> ALL =
      List.of(
          DOCUMENT_ID,
          FETCH_ID,
          CHANGE_ID,
          MESSAGE_ID,
          DELIVERY_ID,
          REQUEST_ID,
          TOPIC,
          PARTITION,
          OFFSET);

  private final Map<String, String> fields = new LinkedHashMap<>();

  private LogFields() {}

  /** Names of all fields, in the order in which a line shows them. */
  public static List<String> all() {
    return ALL;
  }

  /**
   * A line about one thing.
   *
   * @param value its id; null when it is not known, then the line lacks it
   */
  public static LogFields of(String field, @Nullable Object value) {
    return new LogFields().and(field, value);
  }

  /** A line about a record. */
  public static LogFields of(KafkaRecord record) {
    return of(TOPIC, record.topic())
        .and(PARTITION, record.partition())
        .and(OFFSET, record.offset());
  }

  /** The same line, about one thing more. */
  public LogFields and(String field, @Nullable Object value) {
    if (value != null) {
      fields.put(field, value.toString());
    }
    return this;
  }

  /** Writes the line: what is logged in the call has the fields. */
  public void log(Runnable line) {
    fields.forEach(MDC::put);
    try {
      line.run();
    } finally {
      fields.keySet().forEach(MDC::remove);
    }
  }
}
