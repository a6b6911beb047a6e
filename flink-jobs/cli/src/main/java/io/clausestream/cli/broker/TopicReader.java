package io.clausestream.cli.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.WireCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the committed records of a topic, all partitions, each in its order. Takes no part in a
 * consumer group, so that nobody waits for a reader that was killed; it may keep its place under a
 * group's name, though. Records that cannot be decoded are logged and passed over. One thread.
 */
public final class TopicReader<T extends SpecificRecord> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final WireCodec<T> codec;
  private final List<TopicPartition> partitions;
  private Consumer<String> deleted = key -> {};

  private TopicReader(Properties properties, TopicSpec topic, Class<T> type) {
    this.consumer = new KafkaConsumer<>(properties);
    this.codec = WireCodec.of(type);
    this.partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(p -> new TopicPartition(topic.name(), p.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** A reader that begins with the first record of the topic. */
  public static <T extends SpecificRecord> TopicReader<T> fromBeginning(
      KafkaConnection connection, TopicSpec topic, Class<T> type) {
    TopicReader<T> reader =
        new TopicReader<>(properties(connection, Optional.empty()), topic, type);
    reader.consumer.seekToBeginning(reader.partitions);
    return reader;
  }

  /** A reader of what is committed from now on. */
  public static <T extends SpecificRecord> TopicReader<T> fromEnd(
      KafkaConnection connection, TopicSpec topic, Class<T> type) {
    TopicReader<T> reader =
        new TopicReader<>(properties(connection, Optional.empty()), topic, type);
    reader.consumer.seekToEnd(reader.partitions);
    // Seeking is lazy: asking for the position makes now now.
    reader.partitions.forEach(reader.consumer::position);
    return reader;
  }

  /** A reader that goes on where the last one of that name stood when it called {@link #keep}. */
  public static <T extends SpecificRecord> TopicReader<T> goingOn(
      KafkaConnection connection, TopicSpec topic, Class<T> type, String name) {
    return new TopicReader<>(properties(connection, Optional.of(name)), topic, type);
  }

  /** The same; of records without value, which delete, it hears the keys in their order. */
  public TopicReader<T> hearing(Consumer<String> deletedKeys) {
    deleted = deletedKeys;
    return this;
  }

  /** Hands over what there is, waiting a moment when there is nothing. */
  public int poll(Consumer<T> out) {
    int count = 0;
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      decode(record).ifPresent(out);
      count++;
    }
    return count;
  }

  /** Hands over what is in the topic now, and returns. */
  public void readToEnd(Consumer<T> out) {
    readToEnd(out, passed -> {});
  }

  /**
   * Hands over what is in the topic now, and returns.
   *
   * @param passed hears now and then how many offsets lie behind; {@link #offsets} is all
   */
  public void readToEnd(Consumer<T> out, LongConsumer passed) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> begins = positions();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      poll(out);
      passed.accept(sum(positions()) - sum(begins));
    }
  }

  /** How many offsets there are up to the end of the topic now; some hold no record. */
  public long offsets() {
    return sum(consumer.endOffsets(partitions)) - sum(positions());
  }

  private Map<TopicPartition, Long> positions() {
    return partitions.stream().collect(Collectors.toMap(Function.identity(), consumer::position));
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Remembers the place for the next reader of this name. */
  public void keep() {
    consumer.commitSync();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private Optional<T> decode(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      deleted.accept(record.key() == null ? "" : new String(record.key(), UTF_8));
      return Optional.empty();
    }
    try {
      return Optional.of(codec.decode(record.value()));
    } catch (UndecodableRecordException e) {
      LOG.warn(
          "Passed over {}-{} offset {}: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      return Optional.empty();
    }
  }

  private static Properties properties(KafkaConnection connection, Optional<String> name) {
    Properties properties = connection.toProperties();
    name.ifPresent(group -> properties.put("group.id", group));
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("auto.offset.reset", "earliest");
    properties.put("allow.auto.create.topics", "false");
    properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
    properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
    return properties;
  }
}
