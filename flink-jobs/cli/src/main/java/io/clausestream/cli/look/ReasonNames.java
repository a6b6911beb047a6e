package io.clausestream.cli.look;

import io.clausestream.core.change.Finding;
import io.clausestream.core.change.SuppressionReason;
import io.clausestream.core.quality.EvidenceCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The codes by which fetches that did not alert can be asked for: reasons and verdicts. */
final class ReasonNames {

  private ReasonNames() {}

  /** All codes, sorted. */
  static SortedSet<String> all() {
    SortedSet<String> names = new TreeSet<>();
    Stream.of(SuppressionReason.values(), EvidenceCode.values(), Finding.Suppressed.Cause.values())
        .flatMap(Arrays::stream)
        .forEach(code -> names.add(((Enum<?>) code).name()));
    names.add("NO_BASELINE");
    return names;
  }

  /** A code as it was typed, in the letters that records use. */
  static String normal(String typed) {
    return typed.strip().toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
