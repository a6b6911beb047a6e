package io.clausestream.core.severity;

import java.util.Set;
import java.util.stream.Collectors;

/** What the rules say of a clause, beside what a reader says. */
record ClauseVerdict(
    ClauseCase of, Severity severity, Direction direction, Set<String> categories, String rules) {

  static ClauseVerdict of(ClauseCase of, Assessment found) {
    return new ClauseVerdict(
        of,
        found.severity(),
        found.direction(),
        Set.copyOf(found.categories()),
        found.reasons().stream().map(Reason::ruleId).distinct().collect(Collectors.joining(",")));
  }

  /** A change that the detector holds to be none: nobody is told of it. */
  static ClauseVerdict unseen(ClauseCase of) {
    return new ClauseVerdict(of, Severity.LOW, Direction.NEUTRAL, Set.of(), "no change");
  }

  boolean isExact() {
    return severity == of.severity();
  }

  /** A row of the table: the case, what the rules say, and a mark where the two differ. */
  String row() {
    return String.join(
        "\t",
        of.id(),
        of.half(),
        of.severity() + (isExact() ? " = " : " ! ") + severity,
        of.direction() + (of.direction() == direction ? " = " : " ! ") + direction,
        sorted(of.categories())
            + (of.categories().equals(categories) ? " = " : " ! ")
            + sorted(categories),
        rules,
        of.before(),
        of.after());
  }

  private static String sorted(Set<String> ids) {
    return ids.stream().sorted().collect(Collectors.joining(","));
  }
}
