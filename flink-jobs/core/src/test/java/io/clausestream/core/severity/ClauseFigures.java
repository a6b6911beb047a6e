package io.clausestream.core.severity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** How well verdicts agree with the reader's. */
record ClauseFigures(List<ClauseVerdict> verdicts) {

  /** The figures of some of them. */
  ClauseFigures where(Predicate<ClauseCase> wanted) {
    return new ClauseFigures(verdicts.stream().filter(v -> wanted.test(v.of())).toList());
  }

  /** Share of severities that are the reader's. */
  double exact() {
    return share(ClauseVerdict::isExact);
  }

  /** Share of directions that are the reader's. */
  double direction() {
    return share(v -> v.direction() == v.of().direction());
  }

  /** Changes that the reader holds to be HIGH and the rules to be LOW. */
  long highRatedLow() {
    return count(v -> v.of().severity() == Severity.HIGH && v.severity() == Severity.LOW);
  }

  /** HIGH by the rules for each HIGH by the reader. */
  double shareOfHigh() {
    return (double) count(v -> v.severity() == Severity.HIGH)
        / count(v -> v.of().severity() == Severity.HIGH);
  }

  /** Cohen's kappa with quadratic weights: 1 is agreement, 0 what chance would give. */
  double kappa() {
    List<Severity> levels = List.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH);
    double observed = 0;
    double expected = 0;
    for (int i = 0; i < levels.size(); i++) {
      for (int j = 0; j < levels.size(); j++) {
        Severity reader = levels.get(i);
        Severity rules = levels.get(j);
        double weight = (double) (i - j) * (i - j);
        observed += weight * count(v -> v.of().severity() == reader && v.severity() == rules);
        expected +=
            weight
                * count(v -> v.of().severity() == reader)
                * count(v -> v.severity() == rules)
                / verdicts.size();
      }
    }
    return 1 - observed / expected;
  }

  /** Share of the categories the rules name that the reader names, too. */
  double categoryPrecision() {
    return (double) common() / sum(ClauseVerdict::categories);
  }

  /** Share of the categories the reader names that the rules name, too. */
  double categoryRecall() {
    return (double) common() / sum(v -> v.of().categories());
  }

  /** All figures in a line. */
  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-6s n %3d  exact %.3f  kappa %.3f  high rated low %d  share of high %.2f"
            + "  direction %.3f  category P %.3f R %.3f",
        name,
        verdicts.size(),
        exact(),
        kappa(),
        highRatedLow(),
        shareOfHigh(),
        direction(),
        categoryPrecision(),
        categoryRecall());
  }

  private long common() {
    return verdicts.stream()
        .flatMap(v -> v.categories().stream().filter(v.of().categories()::contains))
        .count();
  }

  private long sum(Function<ClauseVerdict, Set<String>> categories) {
    return verdicts.stream().mapToLong(v -> categories.apply(v).size()).sum();
  }

  private double share(Predicate<ClauseVerdict> wanted) {
    return (double) count(wanted) / verdicts.size();
  }

  private long count(Predicate<ClauseVerdict> wanted) {
    return verdicts.stream().filter(wanted).count();
  }
}
