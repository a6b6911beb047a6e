package io.clausestream.connector.delivery.engine;

import io.clausestream.schema.DeliveryOutcome;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides when to record, and tells those who have to know what was. For one thread. */
final class Scribe {

  /** Fewer transactions when there is much to record; nobody waits much longer for it. */
  private static final long INTERVAL_NANOS = Duration.ofMillis(50).toNanos();

  private static final long LONGEST_HELD_NANOS = Duration.ofSeconds(1).toNanos();

  private final EngineParts parts;
  private final Dispatcher dispatcher;
  private final Recorder recorder;
  private final int maxInFlight;
  private long lastRecorded = System.nanoTime();
  private long nothingHeldAt = System.nanoTime();

  Scribe(EngineParts parts, Dispatcher dispatcher, Recorder recorder, int maxInFlight) {
    this.parts = parts;
    this.dispatcher = dispatcher;
    this.recorder = recorder;
    this.maxInFlight = maxInFlight;
  }

  /** Records, if it is time. */
  void recordInTime() {
    long now = System.nanoTime();
    boolean full = parts.ledger().inFlight() + 1 >= maxInFlight;
    if (full || now - lastRecorded >= INTERVAL_NANOS) {
      handOverInTime(now);
      lastRecorded = now;
      record();
    }
  }

  /**
   * Records all that can be.
   *
   * @return whether nothing is left that can be
   */
  boolean record() {
    @Nullable Batch batch = parts.ledger().next();
    while (batch != null) {
      if (!recorder.write(batch)) {
        return false;
      }
      parts.ledger().written();
      batch.decisions().forEach(this::recorded);
      batch = parts.ledger().next();
    }
    return true;
  }

  /** What is decided shall not wait long for what is not. */
  private void handOverInTime(long now) {
    int held = parts.ledger().held();
    if (held == 0) {
      nothingHeldAt = now;
    } else if (held > maxInFlight / 2 || now - nothingHeldAt > LONGEST_HELD_NANOS) {
      dispatcher.handOverBlockers();
      nothingHeldAt = now;
    }
  }

  private void recorded(Decision decision) {
    RetryEntry entry = decision.entry();
    if (entry != null) {
      parts.schedule().recorded(entry);
    }
    decision.outcomes().forEach(this::count);
    decision.retry().ifPresent(r -> parts.metrics().retried(r.getChannel()));
  }

  private void count(DeliveryOutcome outcome) {
    DeliveryLines.outcome(outcome);
    switch (outcome.getStatus()) {
      case DELIVERED ->
          parts
              .metrics()
              .delivered(outcome.getChannel(), outcome.getSeverity(), sinceFetch(outcome));
      case FAILED -> parts.metrics().failed(outcome.getChannel());
      case LATE -> parts.metrics().late(outcome.getChannel(), outcome.getSeverity());
      default -> throw new IllegalStateException("No such outcome is made: " + outcome.getStatus());
    }
  }

  private static Optional<Duration> sinceFetch(DeliveryOutcome outcome) {
    return Optional.ofNullable(outcome.getFetchedAt())
        .map(t -> Duration.between(t, outcome.getDecidedAt()));
  }
}
