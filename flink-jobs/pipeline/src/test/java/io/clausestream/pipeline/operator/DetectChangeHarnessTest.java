package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static io.clausestream.connector.testkit.Instants.MONDAY_0700;
import static io.clausestream.connector.testkit.Instants.MONDAY_1200;
import static io.clausestream.connector.testkit.Instants.TUESDAY_0600;
import static io.clausestream.connector.testkit.Instants.TUESDAY_1800;
import static io.clausestream.connector.testkit.Instants.WEDNESDAY_0600;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clausestream.core.change.Finding;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.wire.PendingFetch;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.SuppressionVerdict;
import io.clausestream.schema.VerificationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetectChangeHarnessTest {

  private static final Duration CONFIRMATION = Duration.ofHours(18);
  private static final Instant DEADLINE = MONDAY_1200.plus(CONFIRMATION);

  private DetectChangeHarness job;

  @BeforeEach
  void open() throws Exception {
    job = DetectChangeHarness.open();
  }

  @AfterEach
  void close() throws Exception {
    job.close();
  }

  @Test
  void aFirstCaptureIsToldAndKept() throws Exception {
    job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);

    assertThat(job.verifications())
        .extracting(PageVerification::getStatus)
        .containsExactly(VerificationStatus.FIRST);
    assertThat(job.timers()).isZero();
  }

  @Test
  void anEqualTextIsVerified() throws Exception {
    job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
    job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_1200);

    assertThat(job.verifications())
        .extracting(PageVerification::getStatus)
        .containsExactly(VerificationStatus.FIRST, VerificationStatus.UNCHANGED);
    assertThat(job.changes()).isEmpty();
  }

  @Test
  void aChangedTermIsToldAtOnce() throws Exception {
    job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
    job.fetch(Pages.PRIVACY, Pages.policy(90), MONDAY_1200);

    assertThat(job.changes()).hasSize(1);
    PageChange change = job.changes().get(0);
    assertThat(change.getDetectedAt()).isEqualTo(MONDAY_1200);
    assertThat(change.getPrevious().getNumber()).isEqualTo(1);
    assertThat(change.getCurrent().getNumber()).isEqualTo(2);
    assertThat(change.getBlocks().get(0).getBefore()).contains("30 days");
    assertThat(change.getBlocks().get(0).getAfter()).contains("90 days");
  }

  @Test
  void theSameFetchTwiceIsADuplicate() throws Exception {
    job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
    job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);

    assertThat(job.verdicts()).containsExactly(SuppressionVerdict.DUPLICATE);
  }

  @Test
  void anOlderFetchIsLateAndChangesNothing() throws Exception {
    job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_1200);
    job.fetch(Pages.PRIVACY, Pages.policy(90), MONDAY_0600);
    job.fetch(Pages.PRIVACY, Pages.policy(30), TUESDAY_0600);

    assertThat(job.verdicts()).containsExactly(SuppressionVerdict.LATE);
    assertThat(job.changes()).isEmpty();
  }

  @Test
  void aLossOfTextWaitsAndTheNextFetchConfirmsIt() throws Exception {
    lossOfText(Origin.LIVE);
    assertThat(job.changes()).isEmpty();
    assertThat(job.timers()).isEqualTo(2);

    job.fetch(Pages.PRIVACY, Pages.stub(), TUESDAY_0600.minusSeconds(1));

    assertThat(job.changes())
        .extracting(PageChange::getDetectedAt)
        .containsExactly(TUESDAY_0600.minusSeconds(1));
    assertThat(job.timers()).as("timers that are left").isZero();
  }

  @Test
  void aLossOfTextThatGoesAwayIsSuppressed() throws Exception {
    lossOfText(Origin.LIVE);

    job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_1200.plusSeconds(60));

    assertThat(job.suppressions()).extracting(Suppression::getReason).containsExactly("WITHDRAWN");
    assertThat(job.changes()).isEmpty();
    assertThat(job.timers()).isZero();
  }

  @Test
  void theFetchOfASiblingBehindTheDeadlineConfirmsIt() throws Exception {
    lossOfText(Origin.IMPORT);

    job.fetch(Pages.TERMS, Pages.policy(30), TUESDAY_1800);

    assertThat(job.changes()).extracting(PageChange::getDetectedAt).containsExactly(DEADLINE);
  }

  @Test
  void theTimerOfALiveFetchConfirmsItEarlier() throws Exception {
    lossOfText(Origin.LIVE);

    job.watermark(DEADLINE.minusMillis(1));
    assertThat(job.changes()).isEmpty();
    job.watermark(DEADLINE);

    assertThat(job.changes()).extracting(PageChange::getDetectedAt).containsExactly(DEADLINE);
    assertThat(job.timers()).isZero();
  }

  @Test
  void theTimerMakesTheSameRecordAsTheLaterFetch() throws Exception {
    lossOfText(Origin.LIVE);
    job.watermark(DEADLINE);
    List<PageChange> early = job.changes();
    try (DetectChangeHarness other = DetectChangeHarness.open()) {
      lossOfText(other, Origin.LIVE);
      other.fetch(Pages.TERMS, Pages.policy(30), TUESDAY_1800);

      assertThat(other.changes()).isEqualTo(early);
    }
  }

  @Test
  void aFetchBeforeAFiredDeadlineIsLate() throws Exception {
    lossOfText(Origin.LIVE);
    job.watermark(DEADLINE);

    job.fetch(Pages.PRIVACY, Pages.policy(30), DEADLINE.minusSeconds(1));

    assertThat(job.verdicts()).containsExactly(SuppressionVerdict.LATE);
  }

  @Test
  void theWatermarkSaysNothingOfAnImport() throws Exception {
    lossOfText(Origin.IMPORT);

    job.watermark(WEDNESDAY_0600);
    assertThat(job.changes()).isEmpty();
    job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_1200.plusSeconds(60));

    assertThat(job.suppressions()).extracting(Suppression::getReason).containsExactly("WITHDRAWN");
  }

  @Test
  void theTimerOfALiveFetchLeavesAnImportAlone() throws Exception {
    job.fetch(Pages.TERMS, Pages.policy(60), TUESDAY_0600);
    lossOfText(Origin.IMPORT);
    job.fetch(Pages.TERMS, Pages.stub(), MONDAY_1200.plus(CONFIRMATION), Origin.LIVE);
    // A live fetch expires what was due before it, so an import that waits after it is made anew.
    String cookies = "Example/Cookie Policy";
    job.fetch(cookies, Pages.policy(90), DEADLINE.plusSeconds(1), Origin.IMPORT);
    job.fetch(cookies, Pages.stub(), DEADLINE.plusSeconds(2), Origin.IMPORT);
    int before = job.changes().size();

    job.watermark(DEADLINE.plus(CONFIRMATION).plusSeconds(3));

    assertThat(job.changes().subList(before, job.changes().size()))
        .extracting(PageChange::getDocumentId)
        .containsExactly(Pages.TERMS);
    job.endOfInput();
    assertThat(job.pending())
        .extracting(PendingFetch::documentId)
        .as("the import, whose deadline is over by the clock of the live fetches alone")
        .containsExactly(cookies);
  }

  @Test
  void theEndOfTheInputExpiresNothingAndListsWhatWaits() throws Exception {
    lossOfText(Origin.LIVE);

    job.endOfInput();

    assertThat(job.changes()).isEmpty();
    assertThat(job.pending())
        .containsExactly(
            new PendingFetch(
                Pages.PLATFORM,
                Pages.PRIVACY,
                Pages.page(Pages.PRIVACY, Pages.stub(), MONDAY_1200).getFetchId(),
                MONDAY_1200,
                DEADLINE,
                "LOSS_OF_TEXT"));
  }

  @Test
  void theEndOfTheInputListsNothingWhereNothingWaits() throws Exception {
    job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);

    job.endOfInput();

    assertThat(job.pending()).isEmpty();
  }

  @Test
  void aRestoredJobGoesOnAsTheUndisturbedOneDoes() throws Exception {
    lossOfText(Origin.LIVE);
    OperatorSubtaskState snapshot = job.snapshot();
    try (DetectChangeHarness restored = DetectChangeHarness.restore(snapshot)) {
      for (DetectChangeHarness each : List.of(job, restored)) {
        each.watermark(DEADLINE);
        each.fetch(Pages.PRIVACY, Pages.policy(90), WEDNESDAY_0600);
        each.fetch(Pages.PRIVACY, Pages.policy(30), WEDNESDAY_0600.plusSeconds(1));
      }
      assertThat(restored.changes()).isNotEmpty().isEqualTo(job.changes());
      assertThat(restored.suppressions()).isEqualTo(job.suppressions());
    }
  }

  @Test
  void whatSiblingsShowedOutlivesARestart() throws Exception {
    job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
    job.fetch(Pages.TERMS, Pages.terms(), MONDAY_0600);
    job.fetch(Pages.PRIVACY, Pages.withDialog(Pages.policy(30)), MONDAY_1200);
    assertThat(job.timers()).as("timers of the round that is waited for").isPositive();
    OperatorSubtaskState snapshot = job.snapshot();
    try (DetectChangeHarness restored = DetectChangeHarness.restore(snapshot)) {
      restored.fetch(Pages.TERMS, Pages.withDialog(Pages.terms()), MONDAY_1200);
      restored.watermark(TUESDAY_0600);

      assertThat(restored.suppressions())
          .extracting(Suppression::getDocumentId, Suppression::getReason)
          .containsExactly(tuple(Pages.TERMS, "SITE_FRAME"), tuple(Pages.PRIVACY, "SITE_FRAME"));
      assertThat(restored.changes()).isEmpty();
      assertThat(restored.timers()).isZero();
    }
  }

  @Test
  void whatWaitsEndsItsState() throws Exception {
    try (DetectChangeHarness onHeap = DetectChangeHarness.openOnHeap()) {
      lossOfText(onHeap, Origin.LIVE);
      int waiting = onHeap.stateEntries();
      onHeap.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_1200.plusSeconds(60));

      assertThat(waiting - onHeap.stateEntries()).as("agenda and candidate").isEqualTo(2);
    }
  }

  @Test
  void everyCauseOfTheCoreIsOnTheWire() {
    for (Finding.Suppressed.Cause cause : Finding.Suppressed.Cause.values()) {
      assertThat(SuppressionVerdict.valueOf(cause.name()).name()).isEqualTo(cause.name());
    }
  }

  private void lossOfText(Origin origin) throws Exception {
    lossOfText(job, origin);
  }

  private static void lossOfText(DetectChangeHarness job, Origin origin) throws Exception {
    job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0700, origin);
    job.fetch(Pages.PRIVACY, Pages.stub(), MONDAY_1200, origin);
  }
}
