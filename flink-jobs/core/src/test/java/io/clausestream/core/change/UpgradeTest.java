package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchedPage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first fetches after the rules of canonical text changed. */
class UpgradeTest {

  private static final String DOCUMENT = "Example/Privacy Policy";

  /** A policy that the two versions of the rules read differently. */
  private static final String POLICY =
      SamplePages.POLICY.replace(
          "<h2>Retention</h2>",
          "<x-note><template shadowrootmode='open'><p>We delete backups, too.</p></template>"
              + "</x-note><h2>Retention</h2>");

  private static final String EDITED = POLICY.replace("30&nbsp;days", "90 days");

  private static final String LONG =
      POLICY.replace(
          "<h2>Sharing", "<p>" + "We protect what you give us. ".repeat(60) + "</p><h2>Sharing");

  private final DetectorHarness harness = new DetectorHarness();

  @Test
  void anUpgradeWithoutAnEditIsNoChangeAndNextTheNewRulesCompare() {
    assertThat(
            harness
                .fetchByThePreviousRelease(0, POLICY)
                .fetchUpgraded(6, POLICY)
                .fetchUpgraded(12, POLICY)
                .fetchUpgraded(18, EDITED)
                .told())
        .containsExactly(
            "0 FIRST", "6 SUPPRESSED RULES_CHANGED", "12 VERIFIED", "18 CHANGED at 18");
    assertThat(harness.changes().get(0).current().canonicalVersion())
        .isEqualTo(Canonicalizer.VERSION);
  }

  @Test
  void aRealEditInTheFetchOfAnUpgradeIsAlerted() {
    assertThat(
            harness
                .fetchByThePreviousRelease(0, POLICY)
                .fetchUpgraded(6, EDITED)
                .fetchUpgraded(12, EDITED)
                .told())
        .containsExactly("0 FIRST", "6 CHANGED at 6", "12 VERIFIED");
    assertThat(harness.changes().get(0).current().canonicalVersion())
        .isEqualTo(Canonicalizer.PREVIOUS_VERSION);
    assertThat(harness.changes().get(0).assessment().blocks())
        .as("nothing of what only the rules changed")
        .hasSize(1);
    assertThat(accepted().canonicalVersion()).isEqualTo(Canonicalizer.VERSION);
    assertThat(accepted().number()).isEqualTo(2);
  }

  @Test
  void noiseInTheFetchOfAnUpgradeIsNone() {
    String noise = POLICY.replace("one further week.", "one further week;").replace("4711", "9");

    assertThat(
            harness
                .fetchByThePreviousRelease(0, POLICY)
                .fetchUpgraded(6, noise)
                .fetchUpgraded(12, noise)
                .told())
        .containsExactly("0 FIRST", "6 SUPPRESSED RULES_CHANGED", "12 VERIFIED");
  }

  @Test
  void aSuspiciousChangeInTheFetchOfAnUpgradeWaitsUnderTheOldRules() {
    assertThat(
            harness
                .fetchByThePreviousRelease(0, LONG)
                .fetchUpgraded(6, POLICY)
                .fetchUpgraded(12, POLICY)
                .fetchUpgraded(18, POLICY)
                .told())
        .containsExactly(
            "0 FIRST", "6 CHANGED at 12", "12 SUPPRESSED RULES_CHANGED", "18 VERIFIED");
  }

  @Test
  void aChangeThatWaitedThroughTheUpgradeIsConfirmedOrWithdrawn() {
    assertThat(
            harness
                .fetchByThePreviousRelease(0, LONG)
                .fetchByThePreviousRelease(6, POLICY)
                .fetchUpgraded(12, LONG)
                .told())
        .containsExactly("0 FIRST", "6 SUPPRESSED WITHDRAWN", "12 SUPPRESSED RULES_CHANGED");
    assertThat(
            new DetectorHarness()
                .fetchByThePreviousRelease(0, LONG)
                .fetchByThePreviousRelease(6, POLICY)
                .fetchUpgraded(12, POLICY)
                .told())
        .containsExactly("0 FIRST", "6 CHANGED at 12", "12 SUPPRESSED RULES_CHANGED");
  }

  @Test
  void anotherPageUnderThisUrlIsNoVersionInTheFetchOfAnUpgradeEither() {
    String other =
        "<title>Shop</title><main><h1>Our shop</h1><p>"
            + "Buy shoes, hats and gloves here today. ".repeat(20)
            + "</p></main>";

    assertThat(
            harness
                .fetchByThePreviousRelease(0, LONG)
                .fetchUpgraded(6, other)
                .fetchUpgraded(12, LONG)
                .told())
        .containsExactly("0 FIRST", "6 BAD_CAPTURE ANOTHER_PAGE", "12 SUPPRESSED RULES_CHANGED");
  }

  @Test
  void aPageThatAlternatesDoesSoAfterTheUpgradeToo() {
    assertThat(
            harness
                .fetchByThePreviousRelease(0, POLICY)
                .fetchByThePreviousRelease(6, EDITED)
                .fetchUpgraded(12, EDITED)
                .fetchUpgraded(18, POLICY)
                .told())
        .containsExactly(
            "0 FIRST",
            "6 CHANGED at 6",
            "12 SUPPRESSED RULES_CHANGED",
            "18 SUPPRESSED KNOWN_VARIANT");
  }

  @Test
  void withoutTheOldTextOrUnderAnotherDeclarationThereIsNothingToCompare() {
    FetchedPage page = SamplePages.page(EDITED, DetectorHarness.at(6));
    FetchedPage declared =
        new FetchedPage(
            page.ref(),
            page.outcome(),
            page.httpStatus(),
            page.body(),
            new Declaration(List.of("main"), List.of()));

    assertThat(harness.fetchByThePreviousRelease(0, POLICY).fetch(page).told())
        .containsExactly("0 FIRST", "6 SUPPRESSED RULES_CHANGED");
    assertThat(new DetectorHarness().fetchUpgraded(0, POLICY).fetch(declared).told())
        .containsExactly("0 FIRST", "6 SUPPRESSED RULES_CHANGED");
  }

  private AcceptedVersion accepted() {
    return harness.state().head(DOCUMENT).orElseThrow().accepted().orElseThrow();
  }
}
