package io.clausestream.cli.alerts;

import io.clausestream.schema.Alert;
import io.clausestream.schema.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which alerts are meant. */
final class AlertFilter {

  /** The least severity, as it is said. */
  enum AtLeast {
    /** All. */
    LOW,
    /** Medium and high. */
    MEDIUM,
    /** High. */
    HIGH
  }

  @Option(names = "--subscriber", paramLabel = "ID", description = "Only those of a subscriber.")
  private @Nullable String subscriber;

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description =
          "Only those from then on, by the time of the fetches: 2026-01-05, or with time.")
  private @Nullable Instant since;

  @Option(
      names = "--severity",
      paramLabel = "LEVEL",
      description = "Only those of at least this severity: low, medium, high.")
  private @Nullable AtLeast severity;

  boolean chooses(Alert alert) {
    return (subscriber == null || subscriber.equals(alert.getSubscriberId()))
        && (since == null || !alert.getAlertedAt().isBefore(since))
        && (severity == null
            || alert.getSeverity().compareTo(Severity.valueOf(severity.name())) >= 0);
  }
}
