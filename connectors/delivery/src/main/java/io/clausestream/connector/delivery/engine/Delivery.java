package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Message;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One message on one channel, while this process works on it. Only the engine's thread writes to
 * it. It comes from a message that was just read ({@link #pending}) or from the table of retries
 * ({@link #entry}).
 */
final class Delivery {

  private final Facts facts;
  private final Message message;
  private final Way way;
  private final int bytes;
  private final Instant firstAttemptAt;
  private final int attemptsBefore;
  private @Nullable Instant lateAt;
  private @Nullable Pending pending;
  private @Nullable RetryEntry entry;
  private boolean inTable;
  private boolean abandoned;

  private Delivery(
      Facts facts,
      Message message,
      Way way,
      int bytes,
      Instant firstAttemptAt,
      int attemptsBefore,
      @Nullable Instant lateAt) {
    this.facts = facts;
    this.message = message;
    this.way = way;
    this.bytes = bytes;
    this.firstAttemptAt = firstAttemptAt;
    this.attemptsBefore = attemptsBefore;
    this.lateAt = lateAt;
  }

  /** A delivery that was never tried. */
  static Delivery fresh(
      Facts facts, Message message, Way way, int bytes, Instant now, Pending pending) {
    Delivery delivery = new Delivery(facts, message, way, bytes, now, 0, null);
    delivery.pending = pending;
    return delivery;
  }

  /** A delivery that waited. */
  static Delivery again(Facts facts, Message message, Way way, int bytes, RetryEntry entry) {
    Delivery delivery =
        new Delivery(
            facts, message, way, bytes, entry.firstAttemptAt(), entry.attempts(), entry.lateAt());
    delivery.entry = entry;
    delivery.inTable = true;
    return delivery;
  }

  Facts facts() {
    return facts;
  }

  Message message() {
    return message;
  }

  Way way() {
    return way;
  }

  /** Length of the record, by which memory is bounded. */
  int bytes() {
    return bytes;
  }

  Instant firstAttemptAt() {
    return firstAttemptAt;
  }

  /** How many attempts there were before the one of now. */
  int attemptsBefore() {
    return attemptsBefore;
  }

  @Nullable Instant lateAt() {
    return lateAt;
  }

  void toldLate(Instant at) {
    lateAt = at;
  }

  /** The message whose offset waits for this delivery; null when none does. */
  @Nullable Pending pending() {
    return pending;
  }

  @Nullable RetryEntry entry() {
    return entry;
  }

  /** Whether the table of retries has it. */
  boolean inTable() {
    return inTable;
  }

  /** Whether it is of a message, or an entry of the table, in one of these partitions. */
  boolean isOf(Set<TopicPartition> partitions, String tableTopic) {
    return (pending != null && partitions.contains(pending.partition()))
        || (entry != null
            && partitions.contains(new TopicPartition(tableTopic, entry.partition())));
  }

  /** From now on the table of retries has it, and no offset waits for it. */
  void handedOver() {
    inTable = true;
    pending = null;
    entry = null;
  }

  /** Whether its result is of no use, because another process does it again. */
  boolean isAbandoned() {
    return abandoned;
  }

  void abandon() {
    abandoned = true;
    pending = null;
    entry = null;
  }
}
