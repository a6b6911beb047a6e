package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.SendResult;
import io.clausestream.schema.DeliveryOutcome;
import io.clausestream.schema.DeliveryRetry;
import io.clausestream.schema.DeliveryStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What is recorded of a delivery after each step. For one thread, as its back-off is. */
final class Verdicts {

  private final EngineSettings settings;
  private final BackOff backOff;

  Verdicts(EngineSettings settings, BackOff backOff) {
    this.settings = settings;
    this.backOff = backOff;
  }

  /** After a send. */
  Decision sent(Delivery delivery, SendResult result, Instant now) {
    int attempts = delivery.attemptsBefore() + 1;
    if (result instanceof SendResult.Retry retry) {
      return attempts < settings.retry().maxAttempts()
          ? again(delivery, attempts, retry, now)
          : failed(delivery, attempts, retry.reason(), exhausted(retry, attempts), now, true);
    }
    if (result instanceof SendResult.Failed failed) {
      return failed(delivery, attempts, failed.reason(), failed.detail(), now, true);
    }
    List<DeliveryOutcome> outcomes = late(delivery, attempts, null, now);
    outcomes.add(outcome(delivery.facts(), DeliveryStatus.DELIVERED, attempts, null, null, now));
    return decision(delivery, now, outcomes, Optional.empty(), true);
  }

  /** Waits on the topic without having been sent: its target rests, or too many wait for it. */
  Decision postponed(Delivery delivery, String reason, Instant notBefore, Instant now) {
    int attempts = delivery.attemptsBefore();
    List<DeliveryOutcome> outcomes = late(delivery, attempts, reason, now);
    return decision(
        delivery, now, outcomes, Optional.of(retry(delivery, attempts, notBefore, reason)), false);
  }

  /**
   * It is being sent, and its offset shall not wait for it: should this process end before the
   * result is recorded, it is sent again.
   */
  Decision leased(Delivery delivery, Instant until, Instant now) {
    DeliveryRetry retry = retry(delivery, delivery.attemptsBefore() + 1, until, RetryEntry.LEASED);
    return decision(delivery, now, List.of(), Optional.of(retry), false);
  }

  /** Given up without a further send. */
  Decision givenUp(Delivery delivery, String reason, String detail, Instant now) {
    return failed(delivery, delivery.attemptsBefore(), reason, detail, now, false);
  }

  /** A message that was just read has a channel that this process does not serve. */
  Decision unserved(Facts facts, TopicPartition partition, Instant now) {
    String detail =
        "This deliverer serves no channel of kind %s: configure it, then 'deliveries retry'."
            .formatted(facts.channel());
    DeliveryOutcome outcome = outcome(facts, DeliveryStatus.FAILED, 0, "NO_CHANNEL", detail, now);
    return Decision.of(
        facts.deliveryId(), now, List.of(outcome), Optional.empty(), false, false, null, partition);
  }

  /** An entry of the table is given up that has no way to its subscriber any more. */
  Decision givenUp(RetryEntry entry, Facts facts, String reason, String detail, Instant now) {
    DeliveryOutcome outcome =
        outcome(facts, DeliveryStatus.FAILED, entry.attempts(), reason, detail, now);
    return Decision.of(
        entry.deliveryId(), now, List.of(outcome), Optional.empty(), true, false, entry, null);
  }

  private Decision again(Delivery delivery, int attempts, SendResult.Retry result, Instant now) {
    List<DeliveryOutcome> outcomes = late(delivery, attempts, result.reason(), now);
    Duration wait = backOff.after(attempts, result.retryAfter());
    DeliveryRetry retry = retry(delivery, attempts, now.plus(wait), result.reason());
    return decision(delivery, now, outcomes, Optional.of(retry), true);
  }

  private Decision failed(
      Delivery delivery, int attempts, String reason, String detail, Instant now, boolean sent) {
    List<DeliveryOutcome> outcomes = late(delivery, attempts, reason, now);
    outcomes.add(outcome(delivery.facts(), DeliveryStatus.FAILED, attempts, reason, detail, now));
    return decision(delivery, now, outcomes, Optional.empty(), sent);
  }

  /** That it is late, when it is and nobody was told; a list to add to. */
  private List<DeliveryOutcome> late(
      Delivery delivery, int attempts, @Nullable String reason, Instant now) {
    List<DeliveryOutcome> outcomes = new ArrayList<>();
    boolean missed = deadline(delivery.facts()).filter(d -> !now.isBefore(d)).isPresent();
    if (missed && delivery.lateAt() == null) {
      String detail = reason == null ? null : "The objective was missed; it is still tried.";
      outcomes.add(outcome(delivery.facts(), DeliveryStatus.LATE, attempts, reason, detail, now));
      delivery.toldLate(now);
    }
    return outcomes;
  }

  private Optional<Instant> deadline(Facts facts) {
    return settings.objectives().deadline(facts.severity(), facts.fetchedAt());
  }

  private static String exhausted(SendResult.Retry retry, int attempts) {
    return "%s Given up after %d attempts.".formatted(retry.detail(), attempts);
  }

  private static Decision decision(
      Delivery delivery,
      Instant now,
      List<DeliveryOutcome> outcomes,
      Optional<DeliveryRetry> retry,
      boolean sent) {
    Pending pending = delivery.pending();
    @Nullable TopicPartition partition = pending == null ? null : pending.partition();
    boolean removes = retry.isEmpty() && delivery.inTable();
    return Decision.of(
        delivery.facts().deliveryId(),
        now,
        List.copyOf(outcomes),
        retry,
        removes,
        sent,
        delivery.entry(),
        partition);
  }

  private DeliveryRetry retry(Delivery delivery, int attempts, Instant notBefore, String reason) {
    Facts facts = delivery.facts();
    return DeliveryRetry.newBuilder()
        .setDeliveryId(facts.deliveryId())
        .setMessageId(facts.messageId())
        .setSubscriberId(facts.subscriberId())
        .setChannel(facts.channel())
        .setTopic(facts.place().topic())
        .setPartition(facts.place().partition())
        .setOffset(facts.place().offset())
        .setAttempts(attempts)
        .setFirstAttemptAt(delivery.firstAttemptAt())
        .setNotBefore(notBefore)
        .setLateAfter(deadline(facts).orElse(null))
        .setLateAt(delivery.lateAt())
        .setReason(reason)
        .build();
  }

  private DeliveryOutcome outcome(
      Facts facts,
      DeliveryStatus status,
      int attempts,
      @Nullable String reason,
      @Nullable String detail,
      Instant now) {
    return DeliveryOutcome.newBuilder()
        .setDeliveryId(facts.deliveryId())
        .setMessageId(facts.messageId())
        .setMessage(facts.kind())
        .setSubscriberId(facts.subscriberId())
        .setChannel(facts.channel())
        .setStatus(status)
        .setAttempts(attempts)
        .setReason(reason)
        .setDetail(detail)
        .setSeverity(facts.severity())
        .setFetchedAt(facts.fetchedAt().orElse(null))
        .setDecidedAt(now)
        .setTopic(facts.place().topic())
        .setPartition(facts.place().partition())
        .setOffset(facts.place().offset())
        .setEngineVersion(settings.engineVersion())
        .build();
  }
}
