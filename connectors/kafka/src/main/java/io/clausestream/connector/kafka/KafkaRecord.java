package io.clausestream.connector.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from Kafka, not decoded. Flink serialises it as a POJO. The arrays are not
 * copied: nobody writes to them. Equality is that of the arrays' identity.
 *
 * @param topic topic that it was read from
 * @param partition partition that it was read from
 * @param offset its place in the partition
 * @param timestamp the record's Kafka timestamp, epoch milliseconds; -1 when it has none
 * @param key the key; null when it has none
 * @param value the value; null when it has none
 * @param headers the last header of each name; empty bytes where the header had no value
 */
public record KafkaRecord(
    String topic,
    int partition,
    long offset,
    long timestamp,
    byte @Nullable [] key,
    byte @Nullable [] value,
    Map<String, byte[]> headers) {

  private static final byte[] NOTHING = new byte[0];

  /** The record that a consumer of bytes read. */
  public static KafkaRecord of(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
    return new KafkaRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.key(),
        record.value(),
        headers(record));
  }

  private static Map<String, byte[]> headers(ConsumerRecord<?, ?> record) {
    Map<String, byte[]> headers = new HashMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), header.value() == null ? NOTHING : header.value());
    }
    return headers;
  }
}
