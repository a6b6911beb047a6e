package io.clausestream.core.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How the shipped rules judge clauses that were made up before anybody read the rules. Half a was
 * used to mend the rules, half b only counted. {@code -Dclausestream.clauses.print=true} prints the
 * figures and a row for each clause of half a.
 */
class ClauseSetTest {

  private static final String PRINT = "clausestream.clauses.print";

  /** The floors are a few points below what the rules reach. */
  private static final double SLACK = 0.04;

  private static ClauseFigures figures = new ClauseFigures(List.of());

  @BeforeAll
  static void judge() {
    figures = new ClauseFigures(ClauseCase.all().stream().map(ClauseCase::verdict).toList());
    if (Boolean.getBoolean(PRINT)) {
      print();
    }
  }

  @Test
  void theSetHoldsTwoHalvesAndThreeLanguages() {
    assertThat(figures.verdicts()).hasSize(208);
    assertThat(half("a").verdicts()).hasSameSizeAs(half("b").verdicts());
    assertThat(language("de").verdicts()).hasSize(40);
    assertThat(language("fr").verdicts()).hasSize(30);
    assertThat(figures.verdicts()).extracting(v -> v.of().id()).doesNotHaveDuplicates();
  }

  @Test
  void theHalfThatTheRulesWereMendedByIsJudgedAsAReaderJudgesIt() {
    ClauseFigures half = half("a");

    assertThat(half.highRatedLow()).isZero();
    assertThat(half.exact()).isGreaterThan(0.933 - SLACK);
    assertThat(half.kappa()).isGreaterThan(0.942 - SLACK);
    assertThat(half.direction()).isGreaterThan(0.808 - SLACK);
    assertThat(half.categoryPrecision()).isGreaterThan(0.908 - SLACK);
    assertThat(half.categoryRecall()).isGreaterThan(0.931 - SLACK);
    assertThat(half.shareOfHigh()).isBetween(0.8, 1.3);
  }

  @Test
  void theHalfThatWasOnlyCountedIsNotFarBehind() {
    ClauseFigures half = half("b");

    assertThat(half.highRatedLow()).isLessThanOrEqualTo(5);
    assertThat(half.exact()).isGreaterThan(0.769 - SLACK);
    assertThat(half.kappa()).isGreaterThan(0.635 - SLACK);
    assertThat(half.direction()).isGreaterThan(0.712 - SLACK);
    assertThat(half.categoryPrecision()).isGreaterThan(0.833 - SLACK);
    assertThat(half.categoryRecall()).isGreaterThan(0.917 - SLACK);
    assertThat(half.shareOfHigh()).isLessThan(1.3);
  }

  @Test
  void germanAndFrenchAreJudgedAboutAsWellAsEnglish() {
    double english = language("en").exact();

    assertThat(language("de").exact()).isGreaterThan(english - 2 * SLACK);
    assertThat(language("fr").exact()).isGreaterThan(english - 2 * SLACK);
  }

  @Test
  void aKappaOfAgreementIsOneAndOfChanceIsZero() {
    List<ClauseVerdict> judged = figures.verdicts();
    ClauseFigures same =
        new ClauseFigures(judged.stream().map(v -> rated(v, v.of().severity())).toList());
    ClauseFigures blind =
        new ClauseFigures(judged.stream().map(v -> rated(v, Severity.MEDIUM)).toList());

    assertThat(same.kappa()).isEqualTo(1);
    assertThat(same.exact()).isEqualTo(1);
    assertThat(blind.kappa()).isBetween(-1e-9, 1e-9);
    assertThat(blind.shareOfHigh()).isZero();
  }

  private static ClauseVerdict rated(ClauseVerdict verdict, Severity severity) {
    return new ClauseVerdict(
        verdict.of(), severity, verdict.direction(), verdict.categories(), verdict.rules());
  }

  private static ClauseFigures half(String half) {
    return figures.where(c -> c.half().equals(half));
  }

  private static ClauseFigures language(String language) {
    return figures.where(c -> c.language().equals(language));
  }

  private static void print() {
    String lines =
        List.of("a", "b").stream().map(h -> half(h).line("half " + h)).collect(lines())
            + List.of("en", "de", "fr").stream().map(l -> language(l).line(l)).collect(lines())
            + figures.line("all")
            + "\n"
            + half("a").verdicts().stream().map(ClauseVerdict::row).collect(lines());
    System.out.print(lines);
  }

  private static Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n", "", "\n");
  }
}
