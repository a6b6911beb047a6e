package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.kafka.KafkaConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The process's share of the topics of messages and of the table of retries. Messages go on behind
 * the committed offsets; the table is read from its beginning whenever a partition of it comes. For
 * one thread.
 */
final class Intake implements GroupOffsets, AutoCloseable {

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final EngineTopics topics;
  private final Map<TopicPartition, Long> loading = new HashMap<>();

  /** Who has to let go of partitions. */
  interface Owner {

    /** They go to another process after this call. */
    void revoked(Collection<TopicPartition> partitions);

    /** They are with another process already. */
    void lost(Collection<TopicPartition> partitions);
  }

  Intake(KafkaConnection connection, EngineSettings settings, Owner owner) {
    this.topics = settings.topics();
    this.consumer = Clients.member(connection, settings);
    consumer.subscribe(
        List.of(topics.alerts(), topics.digests(), topics.retries()), listener(owner));
  }

  /** What is there, of messages only when they are wanted; does not wait. */
  Iterable<ConsumerRecord<byte[], byte[]>> poll(boolean messages) {
    List<TopicPartition> ofMessages =
        consumer.assignment().stream().filter(p -> !isTable(p)).toList();
    if (messages && isLoaded()) {
      consumer.resume(ofMessages);
    } else {
      consumer.pause(ofMessages);
    }
    var records = consumer.poll(Duration.ZERO);
    loading.entrySet().removeIf(e -> consumer.position(e.getKey()) >= e.getValue());
    return records;
  }

  /** Whether the table of retries is read up to where it ended when its partitions came. */
  boolean isLoaded() {
    return loading.isEmpty();
  }

  /**
   * Reads the table of retries again.
   *
   * @param from from which offset of each partition on
   */
  void readAgain(Map<Integer, Long> from) {
    List<TopicPartition> tables =
        consumer.assignment().stream()
            .filter(p -> isTable(p) && from.containsKey(p.partition()))
            .toList();
    if (!tables.isEmpty()) {
      loading.putAll(consumer.endOffsets(tables));
      tables.forEach(p -> consumer.seek(p, from.get(p.partition())));
    }
  }

  /** The process's share. */
  Set<TopicPartition> assignment() {
    return Set.copyOf(consumer.assignment());
  }

  @Override
  public Map<TopicPartition, OffsetAndMetadata> toCommit(Batch batch) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    batch
        .offsets()
        .forEach((p, offset) -> offsets.put(p, new OffsetAndMetadata(offset, batch.marker())));
    if (offsets.isEmpty()) {
      // The table's offsets mean nothing to us, so one of them can carry the marker.
      consumer.assignment().stream()
          .filter(this::isTable)
          .findFirst()
          .ifPresent(
              p -> offsets.put(p, new OffsetAndMetadata(consumer.position(p), batch.marker())));
    }
    return offsets;
  }

  @Override
  public boolean wasCommitted(Batch batch) {
    Set<TopicPartition> assigned = consumer.assignment();
    return consumer.committed(assigned).values().stream()
        .anyMatch(o -> o != null && batch.marker().equals(o.metadata()));
  }

  @Override
  public ConsumerGroupMetadata metadata() {
    return consumer.groupMetadata();
  }

  /** Leaves the group, so that the others take over at once. */
  @Override
  public void close() {
    consumer.close(
        CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
            .withTimeout(Duration.ofSeconds(5)));
  }

  private boolean isTable(TopicPartition partition) {
    return partition.topic().equals(topics.retries());
  }

  private void assigned(Collection<TopicPartition> partitions) {
    List<TopicPartition> tables = partitions.stream().filter(this::isTable).toList();
    if (tables.isEmpty()) {
      // To Kafka, none means all.
      return;
    }
    consumer.seekToBeginning(tables);
    loading.putAll(consumer.endOffsets(tables));
  }

  private ConsumerRebalanceListener listener(Owner owner) {
    return new ConsumerRebalanceListener() {
      @Override
      public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        assigned(partitions);
      }

      @Override
      public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        loading.keySet().removeAll(partitions);
        owner.revoked(partitions);
      }

      @Override
      public void onPartitionsLost(Collection<TopicPartition> partitions) {
        loading.keySet().removeAll(partitions);
        owner.lost(partitions);
      }
    };
  }
}
