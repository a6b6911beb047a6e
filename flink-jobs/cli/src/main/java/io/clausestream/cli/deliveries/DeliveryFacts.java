package io.clausestream.cli.deliveries;

import io.clausestream.cli.console.Told;
import io.clausestream.connector.delivery.engine.DeliveryState;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.DeliveryOutcome;
import io.clausestream.schema.DeliveryRetry;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the commands tell it; what waits goes before the outcome that was before it.
 *
 * @param id of the delivery
 * @param status how it stands
 * @param messageId alertId or digestId
 * @param subscriberId to whom
 * @param channel kind of the channel
 * @param attempts how many there were
 * @param time when it was decided; of one that waits, when it was first tried or put off
 * @param next when it is tried again; null when it is not
 * @param reason code of why it failed or waits; null when it was delivered
 * @param detail of the last failure in a sentence; null when there was none
 * @param lateAt when it was told to be late; null when it was not
 * @param place of the message: topic, partition, offset
 */
record DeliveryFacts(
    String id,
    DeliveryState.Status status,
    String messageId,
    String subscriberId,
    ChannelKind channel,
    int attempts,
    Instant time,
    @Nullable Instant next,
    @Nullable String reason,
    @Nullable String detail,
    @Nullable Instant lateAt,
    String place) {

  static DeliveryFacts of(DeliveryState state) {
    Optional<DeliveryRetry> retry = state.retry();
    return retry.isPresent()
        ? waiting(state, retry.get())
        : ended(state, state.outcome().orElseThrow());
  }

  private static DeliveryFacts waiting(DeliveryState state, DeliveryRetry retry) {
    return new DeliveryFacts(
        retry.getDeliveryId(),
        state.status(),
        retry.getMessageId(),
        retry.getSubscriberId(),
        retry.getChannel(),
        retry.getAttempts(),
        retry.getFirstAttemptAt(),
        retry.getNotBefore(),
        retry.getReason(),
        state.outcome().map(DeliveryOutcome::getDetail).orElse(null),
        state.lateAt().orElse(null),
        place(retry.getTopic(), retry.getPartition(), retry.getOffset()));
  }

  private static DeliveryFacts ended(DeliveryState state, DeliveryOutcome outcome) {
    return new DeliveryFacts(
        outcome.getDeliveryId(),
        state.status(),
        outcome.getMessageId(),
        outcome.getSubscriberId(),
        outcome.getChannel(),
        outcome.getAttempts(),
        outcome.getDecidedAt(),
        null,
        outcome.getReason(),
        outcome.getDetail(),
        state.lateAt().orElse(null),
        place(outcome.getTopic(), outcome.getPartition(), outcome.getOffset()));
  }

  /** The kind of the channel, as the options say it. */
  String channelWord() {
    return channel == ChannelKind.JSON_LINES ? "lines" : Told.lower(channel);
  }

  private static String place(String topic, int partition, long offset) {
    return topic + "-" + partition + "@" + offset;
  }
}
