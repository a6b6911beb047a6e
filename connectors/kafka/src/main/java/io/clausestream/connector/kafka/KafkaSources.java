package io.clausestream.connector.kafka;

import java.util.Map;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Sources of records, read committed. */
public final class KafkaSources {

  /** Pages are large: what is fetched and not yet handled must fit a small task manager. */
  private static final Map<String, String> DEFAULTS =
      Map.of("max.poll.records", "64", "fetch.max.bytes", Integer.toString(16 << 20));

  private KafkaSources() {}

  /** An endless source of fetched pages; see {@link #topic}. */
  public static <T> KafkaSource<T> pages(
      KafkaConnection connection,
      String groupId,
      KafkaRecordDeserializationSchema<T> deserializer) {
    return topic(connection, TopicCatalogue.PAGE_FETCHES.name(), groupId, deserializer).build();
  }

  /**
   * Begins a source of one topic, for the caller to bound or build: it starts at the group's
   * committed offsets, at the earliest record where there are none, and sees only what was
   * committed. Properties of the connection win over the defaults set here, but not over these.
   *
   * @param groupId consumer group that offsets are committed for at each checkpoint
   */
  public static <T> KafkaSourceBuilder<T> topic(
      KafkaConnection connection,
      String topic,
      String groupId,
      KafkaRecordDeserializationSchema<T> deserializer) {
    return KafkaSource.<T>builder()
        .setProperties(connection.toProperties(DEFAULTS))
        .setBootstrapServers(connection.bootstrapServers())
        .setTopics(topic)
        .setGroupId(groupId)
        .setClientIdPrefix(groupId)
        .setStartingOffsets(committedOrEarliest())
        .setProperty("isolation.level", "read_committed")
        .setDeserializer(deserializer);
  }

  /** Kafka deprecated the enum that the connector asks for. */
  @SuppressWarnings("deprecation")
  private static OffsetsInitializer committedOrEarliest() {
    return OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
  }
}
