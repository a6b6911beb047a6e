package io.clausestream.connector.kafka;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way to Kafka, with the CloudEvents attributes that become its headers. Flink
 * serialises it as a POJO. The arrays are not copied: nobody writes to them. Equality is that of
 * the arrays' identity.
 *
 * @param topic topic that it goes to
 * @param key the record's key; must be set when it is sent
 * @param value the record's value; null deletes what a compacted topic holds under the key
 * @param timestamp the record's Kafka timestamp, epoch milliseconds; topics that stamp arrival (all
 *     of the catalogue do) overwrite it
 * @param ceId stable id of the record, by which consumers drop repeats
 * @param ceType what happened, for example {@code io.clausestream.page-change}
 * @param ceSource who says so, a URI reference
 * @param ceTime when it happened, in the time of the fetches
 * @param ceSubject what it is about, for example the documentId; null when there is no one subject
 */
public record OutboundRecord(
    String topic,
    byte @Nullable [] key,
    byte @Nullable [] value,
    long timestamp,
    String ceId,
    String ceType,
    String ceSource,
    Instant ceTime,
    @Nullable String ceSubject) {

  /**
   * The record as a producer sends it: a CloudEvent in Kafka's binary mode.
   *
   * @throws IllegalArgumentException when the key is null; the message names record and topic
   */
  public ProducerRecord<byte[], byte[]> toProducerRecord() {
    if (key == null) {
      throw new IllegalArgumentException(
          "Record %s for topic %s has no key, which would spread its like over the partitions: set it."
              .formatted(ceId, topic));
    }
    ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(topic, null, timestamp, key, value);
    CloudEventHeaders.add(this, sent.headers());
    return sent;
  }
}
