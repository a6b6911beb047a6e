package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static io.clausestream.connector.testkit.Instants.MONDAY_1200;
import static io.clausestream.connector.testkit.Instants.TUESDAY_0600;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.pipeline.Pages;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Suppression;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** A job that restores the state that the release before wrote. */
class UpgradeHarnessTest {

  @Test
  void aRealEditInTheFirstFetchAfterTheUpgradeIsAlertedAndThenTheNewRulesCompare()
      throws Exception {
    try (DetectChangeHarness job = DetectChangeHarness.restore(stateOfTheReleaseBefore())) {
      job.fetchUpgraded(Pages.PRIVACY, policy(90), MONDAY_1200);
      job.fetchUpgraded(Pages.PRIVACY, policy(90), MONDAY_1200.plusSeconds(60));
      job.fetchUpgraded(Pages.PRIVACY, policy(10), TUESDAY_0600);

      assertThat(job.changes())
          .extracting(PageChange::getCanonicalVersion)
          .containsExactly(Canonicalizer.PREVIOUS_VERSION, Canonicalizer.VERSION);
      assertThat(job.changes().get(0).getBlocks()).hasSize(1);
      assertThat(job.changes().get(0).getBlocks().get(0).getAfter()).contains("90 days");
      assertThat(job.suppressions()).isEmpty();
      assertThat(job.verifications()).hasSize(1);
    }
  }

  @Test
  void anUpgradeWithoutAnEditAlertsNobody() throws Exception {
    try (DetectChangeHarness job = DetectChangeHarness.restore(stateOfTheReleaseBefore())) {
      job.fetchUpgraded(Pages.PRIVACY, policy(30), MONDAY_1200);
      job.fetchUpgraded(Pages.PRIVACY, policy(30), TUESDAY_0600);

      assertThat(job.changes()).isEmpty();
      assertThat(job.suppressions())
          .extracting(Suppression::getReason)
          .containsExactly("RULES_CHANGED");
      assertThat(job.verifications()).hasSize(1);
    }
  }

  private static OperatorSubtaskState stateOfTheReleaseBefore() throws Exception {
    try (DetectChangeHarness job = DetectChangeHarness.open()) {
      job.fetchByThePreviousRelease(Pages.PRIVACY, policy(30), MONDAY_0600);
      return job.snapshot();
    }
  }

  /** A policy that the two versions of the rules read differently. */
  private static String policy(int days) {
    return Pages.policy(days)
        .replace(
            "<h1>Policy</h1>",
            "<h1>Policy</h1><x-note><template shadowrootmode='open'>"
                + "<p>How long we keep what.</p></template></x-note>");
  }
}
