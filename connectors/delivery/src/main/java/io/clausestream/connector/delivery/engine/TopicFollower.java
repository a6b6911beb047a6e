package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.kafka.KafkaConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads whole topics from the beginning, committed records only, and goes on. For one thread. */
final class TopicFollower implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Consumer<ConsumerRecord<byte[], byte[]>> to;

  private TopicFollower(
      KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecord<byte[], byte[]>> to) {
    this.consumer = consumer;
    this.to = to;
  }

  /**
   * Opens it before the first record of each topic.
   *
   * @param to gets each record, in the order of each partition
   */
  static TopicFollower open(
      KafkaConnection connection,
      Collection<String> topics,
      Consumer<ConsumerRecord<byte[], byte[]>> to) {
    KafkaConsumer<byte[], byte[]> consumer = Clients.reader(connection, 500);
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(t -> consumer.partitionsFor(t).stream())
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new TopicFollower(consumer, to);
  }

  /** Takes what is there; does not wait. */
  void follow() {
    consumer.poll(Duration.ZERO).forEach(to);
  }

  /**
   * Takes all that is committed now.
   *
   * @param goOn asked again and again; false ends it early
   */
  void catchUp(BooleanSupplier goOn) {
    Set<TopicPartition> assigned = consumer.assignment();
    Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
    while (goOn.getAsBoolean()
        && !ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
      consumer.poll(POLL).forEach(to);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
