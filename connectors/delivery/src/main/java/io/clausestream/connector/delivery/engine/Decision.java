package io.clausestream.connector.delivery.engine;

import io.clausestream.schema.DeliveryOutcome;
import io.clausestream.schema.DeliveryRetry;
import io.clausestream.schema.LateAlert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded of a delivery, in one transaction with the offset of its message.
 *
 * @param deliveryId key in the table of retries
 * @param at when it was made
 * @param outcomes records for the topic of deliveries, in order
 * @param missed that an alert without a delivery is late; empty when none is
 * @param retry what waits from now on; empty when nothing does
 * @param removes whether the table of retries had it and is to have it no more
 * @param sent whether a send ended with it, which then is in flight no more
 * @param entry the entry of the table that it decides; null for none of this process
 * @param partition the message's partition, when the offset waits for it; null when none does
 */
record Decision(
    String deliveryId,
    Instant at,
    List<DeliveryOutcome> outcomes,
    Optional<LateAlert> missed,
    Optional<DeliveryRetry> retry,
    boolean removes,
    boolean sent,
    @Nullable RetryEntry entry,
    @Nullable TopicPartition partition) {

  /** What becomes of one delivery; nothing else is late. */
  static Decision of(
      String deliveryId,
      Instant at,
      List<DeliveryOutcome> outcomes,
      Optional<DeliveryRetry> retry,
      boolean removes,
      boolean sent,
      @Nullable RetryEntry entry,
      @Nullable TopicPartition partition) {
    return new Decision(
        deliveryId, at, outcomes, Optional.empty(), retry, removes, sent, entry, partition);
  }

  /** An alert without a delivery is late. */
  static Decision late(LateAlert missed, TopicPartition partition) {
    return new Decision(
        missed.getLateId(),
        missed.getToldAt(),
        List.of(),
        Optional.of(missed),
        Optional.empty(),
        false,
        false,
        null,
        partition);
  }

  /** Whether it is of a message, or an entry of the table, in one of these partitions. */
  boolean isOf(Set<TopicPartition> partitions, String tableTopic) {
    return (partition != null && partitions.contains(partition))
        || (entry != null
            && partitions.contains(new TopicPartition(tableTopic, entry.partition())));
  }
}
