package io.clausestream.connector.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Writes an {@link OutboundRecord} as a CloudEvent in Kafka's binary mode: attributes in {@code
 * ce_} headers, UTF-8, and the Avro record as the value.
 */
public final class OutboundRecordSerializer
    implements KafkaRecordSerializationSchema<OutboundRecord> {

  private static final long serialVersionUID = 1;

  /**
   * The record with its headers.
   *
   * @throws IllegalArgumentException when the key is null; the message names the topic
   */
  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      OutboundRecord record, KafkaSinkContext context, @Nullable Long timestamp) {
    if (record.key() == null) {
      throw new IllegalArgumentException(
          "Record %s for topic %s has no key, which would spread its like over the partitions: set it."
              .formatted(record.ceId(), record.topic()));
    }
    return new ProducerRecord<>(
        record.topic(), null, record.timestamp(), record.key(), record.value(), headers(record));
  }

  private static Headers headers(OutboundRecord record) {
    RecordHeaders headers = new RecordHeaders();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", record.ceId());
    add(headers, "ce_type", record.ceType());
    add(headers, "ce_source", record.ceSource());
    add(headers, "ce_time", record.ceTime().toString());
    if (record.ceSubject() != null) {
      add(headers, "ce_subject", record.ceSubject());
    }
    add(headers, "content-type", "application/avro");
    return headers;
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
