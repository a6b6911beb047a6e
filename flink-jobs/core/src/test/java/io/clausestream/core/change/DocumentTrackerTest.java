package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.SamplePages;
import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DocumentTrackerTest {

  private static final String POLICY = SamplePages.POLICY;
  private static final String CHANGED = POLICY.replace("30&nbsp;days", "90 days");
  private static final String ERROR = "<main><p>Service unavailable, try again later.</p></main>";

  /** A longer policy, so that half of it can go. */
  private static final String LONG =
      POLICY.replace(
          "<h2>Sharing", "<p>" + "We protect what you give us. ".repeat(60) + "</p><h2>Sharing");

  @Test
  void aRealEditIsAChangeAndNoiseAroundItIsNot() {
    assertThat(
            new DetectorHarness()
                .fetch(0, POLICY)
                .fetch(6, POLICY.replace("8f3a9c", "77e1d0").replace("4711", "4712"))
                .fetch(12, CHANGED)
                .fetch(18, CHANGED)
                .told())
        .containsExactly("0 FIRST", "6 VERIFIED", "12 CHANGED at 12", "18 VERIFIED");
  }

  @Test
  void aBadCaptureIsNeverTheLastSeenVersion() {
    assertThat(new DetectorHarness().fetch(0, POLICY).fetch(6, ERROR).fetch(12, POLICY).told())
        .containsExactly("0 FIRST", "6 BAD_CAPTURE NO_TEXT", "12 VERIFIED");
  }

  @Test
  void unavailabilityIsToldOnceAndSoIsRecovery() {
    assertThat(
            new DetectorHarness()
                .fetch(0, POLICY)
                .fetch(6, ERROR)
                .fetch(12, ERROR)
                .fetch(18, ERROR)
                .fetch(24, ERROR)
                .fetch(30, POLICY)
                .fetch(36, POLICY)
                .told())
        .containsExactly(
            "0 FIRST",
            "6 BAD_CAPTURE NO_TEXT",
            "12 BAD_CAPTURE NO_TEXT",
            "18 BAD_CAPTURE NO_TEXT",
            "18 UNAVAILABLE",
            "24 BAD_CAPTURE NO_TEXT",
            "30 RECOVERED",
            "30 VERIFIED",
            "36 VERIFIED");
  }

  @Test
  void aLossOfTextIsConfirmedByTheNextFetch() {
    assertThat(new DetectorHarness().fetch(0, LONG).fetch(6, POLICY).fetch(12, POLICY).told())
        .containsExactly("0 FIRST", "6 CHANGED at 12", "12 VERIFIED");
  }

  @Test
  void aLossOfTextThatIsGoneWithTheNextFetchWasNone() {
    assertThat(new DetectorHarness().fetch(0, LONG).fetch(6, POLICY).fetch(12, LONG).told())
        .containsExactly("0 FIRST", "6 SUPPRESSED WITHDRAWN", "12 VERIFIED");
  }

  @Test
  void silenceConfirmsAtTheDeadlineWhicheverFetchOfThePlatformComesNext() {
    DetectorHarness harness =
        new DetectorHarness().fetch(0, LONG).fetch("Example/Terms", 0, POLICY).fetch(6, POLICY);
    assertThat(harness.state().agenda().deadlines()).hasSize(1);

    assertThat(harness.fetch("Example/Terms", 48, POLICY).told())
        .containsExactly("0 FIRST", "0 FIRST", "6 CHANGED at 24", "48 VERIFIED");
    assertThat(harness.state().agenda().deadlines()).isEmpty();
    assertThat(harness.state().candidate("Example/Privacy Policy")).isEmpty();
  }

  @Test
  void badCapturesUntilTheDeadlineDoNotConfirmALossOfText() {
    assertThat(
            new DetectorHarness()
                .fetch(0, LONG)
                .fetch(6, POLICY)
                .fetch(12, ERROR)
                .fetch(30, LONG)
                .told())
        .containsExactly(
            "0 FIRST", "12 BAD_CAPTURE NO_TEXT", "6 SUPPRESSED UNCONFIRMED", "30 VERIFIED");
    assertThat(
            new DetectorHarness()
                .fetch(0, LONG)
                .fetch(6, POLICY)
                .fetch(12, ERROR)
                .fetch(30, POLICY)
                .fetch(36, POLICY)
                .told())
        .as("a loss that stays is told all the same")
        .endsWith("30 CHANGED at 36", "36 VERIFIED");
  }

  @Test
  void aTimerThatExpiresADeadlineEarlierChangesNothing() {
    DetectorHarness byTimer =
        new DetectorHarness()
            .fetch(0, LONG)
            .fetch(6, POLICY)
            .expire(23)
            .expire(24)
            .fetch(48, CHANGED);
    DetectorHarness byFetch =
        new DetectorHarness().fetch(0, LONG).fetch(6, POLICY).fetch(48, CHANGED);

    assertThat(byTimer.told()).isEqualTo(byFetch.told());
    assertThat(byTimer.changes()).isEqualTo(byFetch.changes());
  }

  @Test
  void aFetchOlderThanTheClockChangesNothing() {
    assertThat(
            new DetectorHarness()
                .fetch(0, POLICY)
                .fetch(12, POLICY)
                .fetch(6, CHANGED)
                .fetch(18, POLICY)
                .told())
        .containsExactly("0 FIRST", "12 VERIFIED", "6 LATE LATE", "18 VERIFIED");
  }

  @Test
  void theSameFetchTwiceIsADuplicate() {
    assertThat(new DetectorHarness().fetch(0, POLICY).fetch(6, CHANGED).fetch(6, CHANGED).told())
        .containsExactly("0 FIRST", "6 CHANGED at 6", "6 DUPLICATE DUPLICATE");
  }

  @Test
  void aReturnToAKnownTextIsNoNewChange() {
    assertThat(new DetectorHarness().fetch(0, POLICY).fetch(6, CHANGED).fetch(12, POLICY).told())
        .containsExactly("0 FIRST", "6 CHANGED at 6", "12 SUPPRESSED KNOWN_VARIANT");
  }

  @Test
  void aRollbackAfterDaysIsTold() {
    assertThat(new DetectorHarness().fetch(0, POLICY).fetch(6, CHANGED).fetch(200, POLICY).told())
        .containsExactly("0 FIRST", "6 CHANGED at 6", "200 CHANGED at 200");
  }

  @Test
  void aCounterInsideTheDocumentIsLearned() {
    DetectorHarness harness = new DetectorHarness();
    for (int i = 0; i < 6; i++) {
      harness.fetch(
          6 * i,
          POLICY.replace("<h2>Sharing", "<p>Read by " + (100 + i) + " people</p><h2>Sharing"));
    }

    assertThat(harness.told().subList(3, 6))
        .containsExactly(
            "18 SUPPRESSED VOLATILE_BLOCKS",
            "24 SUPPRESSED VOLATILE_BLOCKS",
            "30 SUPPRESSED VOLATILE_BLOCKS");
  }

  @Test
  void punctuationMovesAndNewBlockBordersDoNotAlert() {
    String split = POLICY.replace("Example does with", "Example does</p><p>with");
    String moved =
        POLICY.replace(
            "<li>Payment providers</li><li>Hosting providers</li>",
            "<li>Hosting providers</li><li>Payment providers</li>");

    assertThat(
            new DetectorHarness()
                .fetch(0, POLICY)
                .fetch(6, POLICY.replace("chat logs", "Chat-Logs"))
                .told())
        .contains("6 SUPPRESSED PUNCTUATION");
    assertThat(new DetectorHarness().fetch(0, POLICY).fetch(6, split).told())
        .contains("6 SUPPRESSED RESEGMENTED");
    assertThat(new DetectorHarness().fetch(0, POLICY).fetch(6, moved).told())
        .contains("6 SUPPRESSED MOVED_BLOCKS");
    assertThat(
            new DetectorHarness()
                .fetch(
                    0,
                    POLICY.replace("<li>Hosting providers", "<li><a href=/x>Hosting providers</a>"))
                .fetch(
                    6,
                    POLICY.replace("<li>Hosting providers", "<li><a href=/y>Hosting providers</a>"))
                .told())
        .contains("6 SUPPRESSED LINK_TARGETS");
  }

  @Test
  void notModifiedVerifiesTheVersionInForce() {
    FetchedPage notModified =
        new FetchedPage(
            SamplePages.ref("Example/Privacy Policy", DetectorHarness.at(6)),
            FetchOutcome.NOT_MODIFIED,
            OptionalInt.of(304),
            new byte[0],
            Declaration.NONE);

    assertThat(new DetectorHarness().fetch(0, POLICY).fetch(notModified).told())
        .containsExactly("0 FIRST", "6 VERIFIED");
    assertThat(new DetectorHarness().fetch(notModified).told())
        .containsExactly("6 BAD_CAPTURE NO_BASELINE");
  }

  @Test
  void notModifiedSinceABadBodyVouchesForNothing() {
    FetchedPage notModified =
        new FetchedPage(
            SamplePages.ref("Example/Privacy Policy", DetectorHarness.at(12)),
            FetchOutcome.NOT_MODIFIED,
            OptionalInt.of(304),
            new byte[0],
            Declaration.NONE);

    assertThat(new DetectorHarness().fetch(0, POLICY).fetch(6, ERROR).fetch(notModified).told())
        .containsExactly("0 FIRST", "6 BAD_CAPTURE NO_TEXT", "12 BAD_CAPTURE SAME_BAD_BODY");
  }

  @Test
  void aChangedDeclarationIsNoChangeOfTheDocument() {
    FetchedPage page = SamplePages.page(POLICY, DetectorHarness.at(6));
    FetchedPage declared =
        new FetchedPage(
            page.ref(),
            page.outcome(),
            page.httpStatus(),
            page.body(),
            new Declaration(List.of("main"), List.of("table")));

    assertThat(new DetectorHarness().fetch(0, POLICY).fetch(declared).told())
        .containsExactly("0 FIRST", "6 SUPPRESSED RULES_CHANGED");
  }

  @Test
  void everyFetchGetsExactlyOneVerdict() {
    DetectorHarness harness = new DetectorHarness();
    String[] pages = {POLICY, LONG, CHANGED, ERROR, POLICY, POLICY, LONG, CHANGED, LONG};
    for (int i = 0; i < pages.length * 4; i++) {
      harness.fetch(i % 7 == 0 ? i - 3 : i * 5, pages[i * 5 % pages.length]);
    }

    long verdicts =
        harness.told().stream().filter(line -> !line.matches(".*(UNAVAILABLE|RECOVERED)")).count();
    assertThat(verdicts + harness.state().agenda().deadlines().size()).isEqualTo(pages.length * 4L);
  }
}
