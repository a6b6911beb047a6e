package io.clausestream.connector.delivery.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When nothing more is taken in, so that memory stays bounded. For one thread. */
final class BackPressure {

  private static final Logger LOG = LoggerFactory.getLogger(BackPressure.class);
  private static final int MOST_MESSAGES = 2_000;

  private final EngineParts parts;
  private boolean crowded;

  BackPressure(EngineParts parts) {
    this.parts = parts;
  }

  /** Whether deliveries may be read into memory. */
  boolean hasMemory() {
    return parts.circuits().hasMemory();
  }

  /** Whether new messages may be taken in. */
  boolean hasRoom() {
    return hasMemory() && parts.ledger().messages() < MOST_MESSAGES;
  }

  /** Sets the gauges. */
  void tell() {
    DeliveryMetrics metrics = parts.metrics();
    metrics.waiting(parts.schedule().size());
    metrics.inFlight(parts.ledger().inFlight());
    metrics.openCircuits(parts.circuits().open());
    int targets = parts.schedule().crowdedTargets();
    metrics.crowdedTargets(targets);
    if (crowded != targets > 0) {
      crowded = targets > 0;
      tellOf(targets);
    }
  }

  private void tellOf(int targets) {
    if (targets > 0) {
      LOG.warn(
          "More waits for {} targets than memory has room for; it stays on its topic until they take what waits before it. Look at 'clausestream deliveries' for targets that are dead.",
          targets);
    } else {
      LOG.info("All that waits has room in memory again");
    }
  }
}
