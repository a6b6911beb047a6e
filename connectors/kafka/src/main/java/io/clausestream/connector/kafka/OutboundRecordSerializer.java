package io.clausestream.connector.kafka;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes an {@link OutboundRecord} as a CloudEvent.
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
    if (!topics.contains(record.topic())) {
      throw new IllegalArgumentException(
          "Record %s is for topic %s, which the sink was not told of: name it when the sink is made."
              .formatted(record.ceId(), record.topic()));
    }
    return record.toProducerRecord();
  }

  /** The topics, for the sink's search for open transactions and for lineage. */
  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(
            DefaultKafkaDatasetIdentifier.ofTopics(topics.stream().sorted().toList())));
  }
}
