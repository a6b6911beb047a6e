package io.clausestream.connector.delivery.engine;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The group's offsets, as far as the recorder needs them. */
interface GroupOffsets {

  /** What is committed with a batch; carries its marker, if this process owns any partition. */
  Map<TopicPartition, OffsetAndMetadata> toCommit(Batch batch);

  /** Whether the group has the marker of a batch. */
  boolean wasCommitted(Batch batch);

  /** By which the broker tells whether this process is still of the group. */
  ConsumerGroupMetadata metadata();
}
