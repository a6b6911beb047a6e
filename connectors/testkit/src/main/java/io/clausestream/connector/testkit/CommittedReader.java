package io.clausestream.connector.testkit;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what a consumer of committed records sees of a topic. */
public final class CommittedReader {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(200);

  private CommittedReader() {}

  /**
   * All records of the topic that are committed now, ordered by partition and offset. Records
   * behind an open transaction do not show.
   *
   * @throws IllegalStateException when the end is not reached within a minute
   */
  public static List<KafkaRecord> readAll(KafkaConnection connection, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties(connection))) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return readTo(consumer, consumer.endOffsets(partitions));
    }
  }

  private static List<KafkaRecord> readTo(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    List<KafkaRecord> records = new ArrayList<>();
    long giveUp = System.nanoTime() + LIMIT.toNanos();
    while (!ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("Did not reach the end " + ends + " within " + LIMIT);
      }
      consumer.poll(POLL).forEach(r -> records.add(KafkaRecord.of(r)));
    }
    records.sort(
        Comparator.comparingInt(KafkaRecord::partition).thenComparing(KafkaRecord::offset));
    return List.copyOf(records);
  }

  private static Properties properties(KafkaConnection connection) {
    Properties properties = connection.toProperties();
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
    properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
    return properties;
  }
}
