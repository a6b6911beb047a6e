package io.clausestream.connector.delivery.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.delivery.engine.DeliveryState.Status;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.schema.DeliveryOutcome;
import io.clausestream.schema.DeliveryRetry;
import io.clausestream.schema.DeliveryStatus;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.WireCodec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How deliveries stand now, from the topics of outcomes and of what waits. Reads both whole; keeps
 * in memory what the filter lets through. For one thread.
 */
public final class DeliveryLog {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);

  private final WireCodec<DeliveryOutcome> outcomeCodec = WireCodec.of(DeliveryOutcome.class);
  private final WireCodec<DeliveryRetry> retryCodec = WireCodec.of(DeliveryRetry.class);
  private final Map<String, DeliveryOutcome> last = new LinkedHashMap<>();
  private final Map<String, Instant> late = new LinkedHashMap<>();
  private final Map<String, DeliveryRetry> waiting = new LinkedHashMap<>();
  private final EngineTopics topics;
  private final DeliveryFilter filter;

  private DeliveryLog(EngineTopics topics, DeliveryFilter filter) {
    this.topics = topics;
    this.filter = filter;
  }

  /**
   * The deliveries that the filter lets through, as they stand, in no order.
   *
   * @throws IllegalStateException when a topic is missing; the message names it and the remedy
   * @throws io.clausestream.connector.kafka.BrokerUnavailableException when no broker answers
   */
  public static List<DeliveryState> read(
      KafkaConnection connection, EngineTopics topics, DeliveryFilter filter) {
    TopicCheck.require(connection, topics);
    DeliveryLog log = new DeliveryLog(topics, filter);
    try (TopicFollower follower =
        TopicFollower.open(
            connection, List.of(topics.deliveries(), topics.retries()), log::apply)) {
      follower.catchUp(() -> true);
    }
    return log.states();
  }

  private void apply(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.topic().equals(topics.deliveries())) {
        apply(outcomeCodec.decode(Objects.requireNonNull(record.value())));
      } else if (record.value() == null) {
        waiting.remove(new String(record.key(), UTF_8));
      } else {
        apply(retryCodec.decode(record.value()));
      }
    } catch (UndecodableRecordException e) {
      LOG.warn("The record at {} is passed over: {}", Place.of(record), e.getMessage());
    }
  }

  private void apply(DeliveryOutcome outcome) {
    if (!filter.matches(
        outcome.getDeliveryId(),
        outcome.getMessageId(),
        outcome.getSubscriberId(),
        outcome.getChannel())) {
      return;
    }
    if (outcome.getStatus() == DeliveryStatus.LATE) {
      late.put(outcome.getDeliveryId(), outcome.getDecidedAt());
    } else {
      last.put(outcome.getDeliveryId(), outcome);
    }
  }

  private void apply(DeliveryRetry retry) {
    if (filter.matches(
        retry.getDeliveryId(), retry.getMessageId(), retry.getSubscriberId(), retry.getChannel())) {
      waiting.put(retry.getDeliveryId(), retry);
    }
  }

  private List<DeliveryState> states() {
    return Stream.concat(waiting.keySet().stream(), last.keySet().stream())
        .distinct()
        .map(this::state)
        .toList();
  }

  private DeliveryState state(String deliveryId) {
    Optional<DeliveryRetry> retry = Optional.ofNullable(waiting.get(deliveryId));
    Optional<DeliveryOutcome> outcome = Optional.ofNullable(last.get(deliveryId));
    Optional<Instant> lateAt =
        Optional.ofNullable(late.get(deliveryId)).or(() -> retry.map(DeliveryRetry::getLateAt));
    return new DeliveryState(status(retry, outcome), outcome, retry, lateAt);
  }

  private static Status status(Optional<DeliveryRetry> retry, Optional<DeliveryOutcome> outcome) {
    if (retry.isPresent()) {
      return Status.WAITING;
    }
    return outcome.filter(o -> o.getStatus() == DeliveryStatus.DELIVERED).isPresent()
        ? Status.DELIVERED
        : Status.FAILED;
  }
}
