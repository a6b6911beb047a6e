package io.clausestream.connector.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Writes an {@link OutboundRecord} as a CloudEvent in Kafka's binary mode: attributes in {@code
 * ce_} headers, UTF-8, and the Avro record as the value.
 *
 * <p>It knows the topics that it writes to: after a failure the sink looks there, and nowhere else,
 * for transactions that it left open. One that it overlooked would hide what follows it from
 * readers of committed records until it expires, which is days. So a record for another topic is an
 * error.
 */
public final class OutboundRecordSerializer
    implements KafkaRecordSerializationSchema<OutboundRecord>, KafkaDatasetFacetProvider {

  private static final long serialVersionUID = 1;

  private final Set<String> topics;

  /** A serializer for records of these topics. */
  public OutboundRecordSerializer(Collection<String> topics) {
    this.topics = Set.copyOf(topics);
  }

  /**
   * The record with its headers.
   *
   * @throws IllegalArgumentException when the key is null or the topic is not among those named;
   *     the message names the topic
   */
  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      OutboundRecord record, KafkaSinkContext context, @Nullable Long timestamp) {
    if (record.key() == null) {
      throw new IllegalArgumentException(
          "Record %s for topic %s has no key, which would spread its like over the partitions: set it."
              .formatted(record.ceId(), record.topic()));
    }
    if (!topics.contains(record.topic())) {
      throw new IllegalArgumentException(
          "Record %s is for topic %s, which the sink was not told of: name it when the sink is made."
              .formatted(record.ceId(), record.topic()));
    }
    return new ProducerRecord<>(
        record.topic(), null, record.timestamp(), record.key(), record.value(), headers(record));
  }

  /** The topics, for the sink's search for open transactions and for lineage. */
  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(
            DefaultKafkaDatasetIdentifier.ofTopics(topics.stream().sorted().toList())));
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
