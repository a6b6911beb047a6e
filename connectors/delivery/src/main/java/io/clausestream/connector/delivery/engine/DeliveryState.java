package io.clausestream.connector.delivery.engine;

import io.clausestream.schema.DeliveryOutcome;
import io.clausestream.schema.DeliveryRetry;
import java.time.Instant;
import java.util.Optional;

/**
 * How a delivery stands. At least one of outcome and retry is there.
 *
 * @param status how it stands
 * @param outcome its last outcome, that it is late left aside; empty when there was none
 * @param retry what waits; empty when nothing does
 * @param lateAt when it was told to be late; empty when it was not
 */
public record DeliveryState(
    Status status,
    Optional<DeliveryOutcome> outcome,
    Optional<DeliveryRetry> retry,
    Optional<Instant> lateAt) {

  /** How a delivery can stand. */
  public enum Status {
    /** It is to be sent again, or is being sent. */
    WAITING,
    /** The other side took it. */
    DELIVERED,
    /** It was given up; it can be sent again on request. */
    FAILED
  }

  /** Id of the delivery. */
  public String deliveryId() {
    return retry
        .map(DeliveryRetry::getDeliveryId)
        .orElseGet(() -> outcome.orElseThrow().getDeliveryId());
  }
}
