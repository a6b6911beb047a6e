package io.clausestream.connector.delivery.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When nothing more is taken in, so that memory stays bounded. For one thread. */
final class BackPressure {

  private static final Logger LOG = LoggerFactory.getLogger(BackPressure.class);
  private static final long MOST_QUEUED_BYTES = 64L << 20;
  private static final int MOST_MESSAGES = 2_000;

  private final EngineParts parts;
  private final EngineLimits limits;
  private boolean holdingBack;

  BackPressure(EngineParts parts, EngineLimits limits) {
    this.parts = parts;
    this.limits = limits;
  }

  /** Whether deliveries may be read into memory. */
  boolean hasMemory() {
    return parts.circuits().queuedBytes() < MOST_QUEUED_BYTES
        && parts.circuits().queued() < 8 * limits.maxInFlight();
  }

  /** Whether new messages may be taken in. */
  boolean hasRoom() {
    boolean tooMany = parts.schedule().size() >= limits.mostWaiting();
    if (tooMany != holdingBack) {
      holdingBack = tooMany;
      parts.metrics().holdingBack(tooMany);
      tellOf(tooMany);
    }
    return !tooMany && hasMemory() && parts.ledger().messages() < MOST_MESSAGES;
  }

  /** Sets the gauges. */
  void tell() {
    DeliveryMetrics metrics = parts.metrics();
    metrics.waiting(parts.schedule().size());
    metrics.inFlight(parts.ledger().inFlight());
    metrics.openCircuits(parts.circuits().open());
  }

  private void tellOf(boolean tooMany) {
    if (tooMany) {
      LOG.warn(
          "{} deliveries wait to be sent again, the limit is {}: no new messages are taken in until fewer do. Look at 'clausestream deliveries' for targets that are dead.",
          parts.schedule().size(),
          limits.mostWaiting());
    } else {
      LOG.info("Fewer than {} deliveries wait; new messages are taken in", limits.mostWaiting());
    }
  }
}
