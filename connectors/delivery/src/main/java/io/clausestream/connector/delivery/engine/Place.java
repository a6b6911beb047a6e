package io.clausestream.connector.delivery.engine;

import java.util.Comparator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where the record of a message stands. */
record Place(String topic, int partition, long offset) {

  /** In the order in which they are read with the fewest seeks. */
  static final Comparator<Place> ORDER =
      Comparator.comparing(Place::topic)
          .thenComparingInt(Place::partition)
          .thenComparingLong(Place::offset);

  static Place of(ConsumerRecord<?, ?> record) {
    return new Place(record.topic(), record.partition(), record.offset());
  }

  TopicPartition topicPartition() {
    return new TopicPartition(topic, partition);
  }
}
