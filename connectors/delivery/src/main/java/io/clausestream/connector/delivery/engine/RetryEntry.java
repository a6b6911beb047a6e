package io.clausestream.connector.delivery.engine;

import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.DeliveryRetry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that waits, without its message: some 350 bytes, so that very many can wait. Only
 * {@link RetrySchedule} changes its state.
 */
final class RetryEntry {

  static final Comparator<RetryEntry> BY_TIMER =
      Comparator.comparingLong((RetryEntry e) -> e.timer).thenComparing(e -> e.deliveryId);

  /** Where it is in its life. */
  enum State {
    /** Until its timer. */
    WAITING,
    /** Until its target has room. */
    PARKED,
    /** In the hands of the engine. */
    TAKEN,
    /** Decided and recorded; what the topic says next is news. */
    RECORDED
  }

  /** Reason of an entry that some process is sending, until its lease ends. */
  static final String LEASED = "SENDING";

  private static final long NEVER = Long.MAX_VALUE;

  private final String deliveryId;
  private final String messageId;
  private final String subscriberId;
  private final ChannelKind channel;
  private final Place place;
  private final String reason;
  private final int attempts;
  private final int partition;
  private final long offset;
  private final long firstAttemptAt;
  private final long notBefore;
  private final long lateAfter;
  private final long lateAt;

  State state = State.WAITING;
  String circuit = "";
  long timer;

  RetryEntry(DeliveryRetry retry, int partition, long offset) {
    this.deliveryId = retry.getDeliveryId();
    this.messageId = retry.getMessageId();
    this.subscriberId = retry.getSubscriberId();
    this.channel = retry.getChannel();
    this.place = new Place(retry.getTopic().intern(), retry.getPartition(), retry.getOffset());
    this.reason = retry.getReason().intern();
    this.attempts = retry.getAttempts();
    this.partition = partition;
    this.offset = offset;
    this.firstAttemptAt = retry.getFirstAttemptAt().toEpochMilli();
    this.notBefore = retry.getNotBefore().toEpochMilli();
    this.lateAfter = millis(retry.getLateAfter());
    this.lateAt = millis(retry.getLateAt());
  }

  String deliveryId() {
    return deliveryId;
  }

  String messageId() {
    return messageId;
  }

  String subscriberId() {
    return subscriberId;
  }

  ChannelKind channel() {
    return channel;
  }

  Place place() {
    return place;
  }

  String reason() {
    return reason;
  }

  int attempts() {
    return attempts;
  }

  /** Partition of the table of retries. */
  int partition() {
    return partition;
  }

  /** Offset in that partition. */
  long offset() {
    return offset;
  }

  Instant firstAttemptAt() {
    return Instant.ofEpochMilli(firstAttemptAt);
  }

  Instant notBefore() {
    return Instant.ofEpochMilli(notBefore);
  }

  @Nullable Instant lateAt() {
    return lateAt == NEVER ? null : Instant.ofEpochMilli(lateAt);
  }

  boolean isTaken() {
    return state == State.TAKEN;
  }

  /** Whether it is old enough to be given up. */
  boolean isExpired(Instant now, Duration maxAge) {
    return now.toEpochMilli() >= firstAttemptAt + maxAge.toMillis();
  }

  /** Whether its objective is missed and nobody was told. */
  boolean isLateUntold(Instant now) {
    if (isLeased() && now.toEpochMilli() < notBefore) {
      return false;
    }
    return lateAt == NEVER && lateAfter <= now.toEpochMilli();
  }

  /** When it has to be looked at even when it cannot be sent, epoch milliseconds. */
  long deadline(Duration maxAge) {
    long expiry = firstAttemptAt + maxAge.toMillis();
    return lateAt == NEVER ? Math.min(expiry, lateAfter) : expiry;
  }

  /** When it has to be looked at, epoch milliseconds. */
  long firstTimer(Duration maxAge) {
    // Whoever sends it tells what is to be told of it; two would contradict each other.
    return isLeased() ? notBefore : Math.min(notBefore, deadline(maxAge));
  }

  private boolean isLeased() {
    return reason.equals(LEASED);
  }

  private static long millis(@Nullable Instant instant) {
    return instant == null ? NEVER : instant.toEpochMilli();
  }
}
