package io.clausestream.cli.deadletter;

import io.clausestream.core.page.RejectionReason;
import io.clausestream.schema.DeadLetter;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that choose dead letters. */
final class LetterFilter {

  /** A fault of the engine's own. */
  private static final String INTERNAL = "INTERNAL";

  private final Set<String> reasons = new LinkedHashSet<>();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--since",
      paramLabel = "T",
      description =
          "Only those whose record arrived then or later, like 2026-01-31T12:00:00Z or 2026-01-31.")
  private @Nullable Instant since;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description =
          "Only those with this reason, for example TIME_BUDGET; may be given several times.")
  private List<String> typed = List.of();

  /**
   * Looks at the reasons; before all else.
   *
   * @throws ParameterException when there is no such reason
   */
  void check() {
    typed.forEach(reason -> reasons.add(known(reason)));
  }

  boolean namesReason() {
    return !typed.isEmpty();
  }

  boolean chooses(DeadLetter letter) {
    return (reasons.isEmpty() || reasons.contains(letter.getReason()))
        && (since == null
            || letter.getRecordTimestamp() == null
            || !letter.getRecordTimestamp().isBefore(since));
  }

  private String known(String name) {
    String reason = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    NavigableSet<String> all = new TreeSet<>(Set.of(INTERNAL));
    Arrays.stream(RejectionReason.values()).map(Enum::name).forEach(all::add);
    if (!all.contains(reason)) {
      throw new ParameterException(
          spec.commandLine(),
          "'" + name + "' of --reason is no reason; choose one of " + String.join(", ", all));
    }
    return reason;
  }
}
