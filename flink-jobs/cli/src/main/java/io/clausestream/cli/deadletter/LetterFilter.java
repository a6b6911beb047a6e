package io.clausestream.cli.deadletter;

import io.clausestream.schema.DeadLetter;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose dead letters. */
final class LetterFilter {

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only those with this reason, for example TIME_BUDGET.")
  private @Nullable String reason;

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description = "Only those whose record arrived then or later.")
  private @Nullable Instant since;

  boolean namesReason() {
    return reason != null;
  }

  boolean chooses(DeadLetter letter) {
    return (reason == null || reason.toUpperCase(Locale.ROOT).equals(letter.getReason()))
        && (since == null
            || letter.getRecordTimestamp() == null
            || !letter.getRecordTimestamp().isBefore(since));
  }
}
