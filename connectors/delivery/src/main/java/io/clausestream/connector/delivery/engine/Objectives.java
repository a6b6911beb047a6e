package io.clausestream.connector.delivery.engine;

import io.clausestream.schema.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How soon after the fetch an alert is to be delivered.
 *
 * @param standard for severities without one of their own
 * @param bySeverity objectives of severities
 */
public record Objectives(Duration standard, Map<Severity, Duration> bySeverity) {

  /** Keeps a copy. */
  public Objectives {
    bySeverity = Map.copyOf(bySeverity);
  }

  /** Same-day: 24 hours for each severity. */
  public static Objectives sameDay() {
    return new Objectives(Duration.ofHours(24), Map.of());
  }

  /** When a message is late; empty when it has no time to count from. */
  Optional<Instant> deadline(Severity severity, Optional<Instant> fetchedAt) {
    return fetchedAt.map(t -> t.plus(of(severity)));
  }

  /** How soon it is. */
  Duration of(Severity severity) {
    return bySeverity.getOrDefault(severity, standard);
  }
}
