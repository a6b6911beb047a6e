package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.quality.Evidence;
import io.clausestream.core.quality.EvidenceCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlausibilityTest {

  private static final String TITLE = "Privacy Policy - Marrowby";
  private static final String POLICY = Texts.clauses("data", 40);
  private static final String FRONT_PAGE = Texts.clauses("garden", 20);
  private static final int HOURS_A_DAY = 24;

  @Test
  void aDocumentReplacedByAFrontPageIsABadCaptureAndItsHealthIsToldAfterThree() {
    String front = Texts.page("Marrowby - for gardeners", FRONT_PAGE);

    assertThat(
            new DetectorHarness()
                .fetch(0, Texts.page(TITLE, POLICY))
                .fetch(6, front)
                .fetch(12, front)
                .fetch(18, front)
                .fetch(24, Texts.page(TITLE, POLICY))
                .told())
        .containsExactly(
            "0 FIRST",
            "6 BAD_CAPTURE ANOTHER_PAGE",
            "12 BAD_CAPTURE ANOTHER_PAGE",
            "18 BAD_CAPTURE ANOTHER_PAGE",
            "18 UNAVAILABLE",
            "24 RECOVERED",
            "24 VERIFIED");
  }

  @Test
  void afterAMonthOfNothingElseItWaitsAndSilenceConfirmsIt() {
    String front = Texts.page("Marrowby - for gardeners", FRONT_PAGE);
    int later = 6 + 31 * HOURS_A_DAY;

    assertThat(
            new DetectorHarness()
                .fetch(0, Texts.page(TITLE, POLICY))
                .fetch(6, front)
                .fetch(later, front)
                .expire(later + 18)
                .told())
        .containsExactly(
            "0 FIRST", "6 BAD_CAPTURE ANOTHER_PAGE", later + " CHANGED at " + (later + 18));
  }

  @Test
  void aRewriteUnderTheSameTitleWaitsForTheNextFetch() {
    String rewritten = Texts.page(TITLE, FRONT_PAGE);

    assertThat(
            new DetectorHarness()
                .fetch(0, Texts.page(TITLE, POLICY))
                .fetch(6, rewritten)
                .fetch(12, rewritten)
                .told())
        .containsExactly("0 FIRST", "6 CHANGED at 12", "12 VERIFIED");
  }

  @Test
  void aPartOfADocumentAloneIsALossAndAnotherTextAnotherPage() {
    assertThat(doubt(POLICY, Texts.clauses("data", 8))).contains(EvidenceCode.LOSS_OF_TEXT);
    assertThat(doubt(POLICY, FRONT_PAGE)).contains(EvidenceCode.ANOTHER_PAGE);
    assertThat(doubt(POLICY, Texts.clauses("data", 20) + "\n" + FRONT_PAGE)).isEmpty();
  }

  @Test
  void aRewriteThatKeepsItsHeadingsIsPlausible() {
    String before = "# Retention\n" + POLICY + "\n# Sharing\n";
    String after = "# Retention\n" + FRONT_PAGE + "\n# SHARING\n";

    assertThat(doubt(before, after)).isEmpty();
    assertThat(Plausibility.isReplaced(Texts.blocks(before), Texts.blocks(after))).isFalse();
  }

  @Test
  void aTextThatKeepsAQuarterWaitsAndOneThatKeepsHalfDoesNot() {
    List<Block> before = Texts.blocks(Texts.clauses("data", 40));

    assertThat(
            Plausibility.isReplaced(
                before, Texts.blocks(Texts.clauses("data", 10) + "\n" + FRONT_PAGE)))
        .isTrue();
    assertThat(
            Plausibility.isReplaced(
                before, Texts.blocks(Texts.clauses("data", 20) + "\n" + FRONT_PAGE)))
        .isFalse();
  }

  @Test
  void aTinyPageIsANoticeWhateverItsTitleSays() {
    assertThat(
            Plausibility.doubt(
                Texts.blocks(POLICY), Texts.blocks("Marrowby moves house. Come back soon."), true))
        .map(Evidence::code)
        .contains(EvidenceCode.ANOTHER_PAGE);
  }

  @Test
  void aShellThatWasTakenForTheDocumentIsNoBaseline() {
    assertThat(
            new DetectorHarness()
                .fetch(0, Texts.page(TITLE, Texts.clauses("garden", 4)))
                .fetch(6, Texts.page(TITLE, POLICY))
                .told())
        .containsExactly("0 FIRST", "6 SUPPRESSED BASELINE_INCOMPLETE");
  }

  private static Optional<EvidenceCode> doubt(String before, String after) {
    return Plausibility.doubt(Texts.blocks(before), Texts.blocks(after), false).map(Evidence::code);
  }
}
