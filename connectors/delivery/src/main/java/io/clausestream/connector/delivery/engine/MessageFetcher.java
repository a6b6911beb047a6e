package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.kafka.KafkaConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads single records again by their places. For one thread. */
final class MessageFetcher implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final long LIMIT_NANOS = Duration.ofSeconds(30).toNanos();

  private final KafkaConsumer<byte[], byte[]> consumer;

  MessageFetcher(KafkaConnection connection) {
    // One at a time: what a fetch brought beyond it is there for the next place, if it is the next.
    this.consumer = Clients.reader(connection, 1);
  }

  /**
   * The records at these places.
   *
   * @return without those that the topic has no more
   * @throws TimeoutException when the broker does not give them in time
   */
  Map<Place, ConsumerRecord<byte[], byte[]>> fetch(Collection<Place> places) {
    Map<Place, ConsumerRecord<byte[], byte[]>> found = new HashMap<>();
    List<Place> ordered = places.stream().distinct().sorted(Place.ORDER).toList();
    for (Place place : ordered) {
      first(place).filter(r -> r.offset() == place.offset()).ifPresent(r -> found.put(place, r));
    }
    return found;
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** The first record at the place or behind it; empty when the partition ends before. */
  private Optional<ConsumerRecord<byte[], byte[]>> first(Place place) {
    TopicPartition partition = place.topicPartition();
    if (!consumer.assignment().equals(Set.of(partition))) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, place.offset());
    } else if (consumer.position(partition) != place.offset()) {
      consumer.seek(partition, place.offset());
    }
    long giveUp = System.nanoTime() + LIMIT_NANOS;
    while (System.nanoTime() < giveUp) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        return Optional.of(record);
      }
      if (consumer.endOffsets(List.of(partition)).get(partition) <= place.offset()) {
        return Optional.empty();
      }
    }
    throw new TimeoutException("No record came from %s within 30 s.".formatted(place));
  }
}
