package io.clausestream.connector.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/**
 * The headers of a CloudEvent in Kafka's binary mode: attributes in {@code ce_} headers, UTF-8, and
 * the Avro record as the value. Whoever writes to a topic of the catalogue has them from here.
 */
final class CloudEventHeaders {

  private CloudEventHeaders() {}

  /** Adds the attributes of a record to its headers. */
  static void add(OutboundRecord record, Headers headers) {
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", record.ceId());
    add(headers, "ce_type", record.ceType());
    add(headers, "ce_source", record.ceSource());
    add(headers, "ce_time", record.ceTime().toString());
    if (record.ceSubject() != null) {
      add(headers, "ce_subject", record.ceSubject());
    }
    add(headers, "content-type", "application/avro");
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
