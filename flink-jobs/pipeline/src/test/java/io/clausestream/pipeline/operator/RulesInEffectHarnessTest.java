package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static io.clausestream.connector.testkit.Instants.MONDAY_1200;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.rules.RuleAdmission;
import io.clausestream.pipeline.Pages;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

class RulesInEffectHarnessTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void aVersionHoldsFromItsInstantOnWithoutARestart() throws Exception {
    try (DetectChangeHarness job = DetectChangeHarness.open()) {
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
      job.admit(RuleRequests.rule("2", MONDAY_1200));
      job.fetch(Pages.PRIVACY, Pages.policy(60), MONDAY_1200.minusMillis(1));
      job.fetch(Pages.PRIVACY, Pages.policy(90), MONDAY_1200);

      assertThat(job.changes()).extracting(PageChange::getRuleSetVersion).containsExactly("1", "2");
      assertThat(job.changes().get(1).getCategories()).containsExactly("retention-2");
      assertThat(job.changes().get(1).getAssessmentId())
          .isNotEqualTo(job.changes().get(0).getAssessmentId());
    }
  }

  @Test
  void aSuppressionCarriesTheVersionInEffect() throws Exception {
    try (DetectChangeHarness job = DetectChangeHarness.open()) {
      job.admit(RuleRequests.rule("2", MONDAY_1200));
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_1200);
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_1200);

      assertThat(job.suppressions())
          .extracting(Suppression::getRuleSetVersion)
          .containsExactly("1", "2");
    }
  }

  @Test
  void versionsOutliveARestart() throws Exception {
    OperatorSubtaskState snapshot;
    try (DetectChangeHarness job = DetectChangeHarness.open()) {
      job.admit(RuleRequests.rule("2", MONDAY_0600));
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
      snapshot = job.snapshot();
    }
    try (DetectChangeHarness job = DetectChangeHarness.restore(snapshot)) {
      job.fetch(Pages.PRIVACY, Pages.policy(90), MONDAY_1200);

      assertThat(job.changes()).extracting(PageChange::getRuleSetVersion).containsExactly("2");
    }
  }

  @Test
  void theOldestOfTooManyVersionsGoes() throws Exception {
    int versions = RuleAdmission.MAX_VERSIONS + 1;
    try (DetectChangeHarness job = DetectChangeHarness.open()) {
      for (int i = 0; i < versions; i++) {
        job.admit(RuleRequests.rule("v" + i, MONDAY_0600.plus(HOUR.multipliedBy(i))));
      }
      Instant ofTheFirst = MONDAY_0600.plus(HOUR.dividedBy(2));
      Instant ofTheLast = MONDAY_0600.plus(HOUR.multipliedBy(versions));
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
      job.fetch(Pages.PRIVACY, Pages.policy(60), ofTheFirst);
      job.fetch(Pages.PRIVACY, Pages.policy(90), ofTheFirst.plus(HOUR));
      job.fetch(Pages.PRIVACY, Pages.policy(90), ofTheLast);
      job.fetch(Pages.PRIVACY, Pages.policy(90), ofTheLast);

      assertThat(job.changes())
          .extracting(PageChange::getRuleSetVersion)
          .containsExactly("1", "v1");
      assertThat(job.suppressions())
          .extracting(Suppression::getRuleSetVersion)
          .containsExactly("v" + (versions - 1));
    }
  }

  @Test
  void aTimerFiresThoughNoRulesCome() throws Exception {
    try (DetectChangeHarness job = DetectChangeHarness.open()) {
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
      job.fetch(Pages.PRIVACY, Pages.stub(), MONDAY_1200);
      assertThat(job.changes()).isEmpty();

      job.watermark(MONDAY_1200.plus(Duration.ofHours(18)));

      assertThat(job.changes()).hasSize(1);
      assertThat(List.of(job.timers())).containsExactly(0);
    }
  }
}
