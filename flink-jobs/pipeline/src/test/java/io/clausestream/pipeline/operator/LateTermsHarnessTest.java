package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static io.clausestream.pipeline.operator.AlertSamples.change;
import static io.clausestream.pipeline.operator.AlertSamples.subscription;
import static io.clausestream.pipeline.operator.AlertSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.Terms;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Subscribers who come after the changes cost no decoding each. */
class LateTermsHarnessTest {

  private static final String MARROWBY = "Marrowby";
  private static final int CHANGES = 40;
  private static final int SUBSCRIBERS = 200;

  @Test
  void aChangeIsDecodedOnceForAllBucketsAndAllWhoComeLate() throws Exception {
    try (AlertHarness job = AlertHarness.onHeap()) {
      changes(job);
      assertThat(job.decoded()).isEqualTo(CHANGES);
      late(job, Severity.LOW);
      assertThat(job.alerts()).hasSize(CHANGES * SUBSCRIBERS);
      assertThat(job.decoded()).isEqualTo(CHANGES);
    }
  }

  @Test
  void afterARestartItIsDecodedOnceMore() throws Exception {
    try (AlertHarness job = AlertHarness.onHeap()) {
      changes(job);
      job.restart();
      late(job, Severity.LOW);
      assertThat(job.alerts()).hasSize(CHANGES * SUBSCRIBERS);
      assertThat(job.decoded()).isEqualTo(CHANGES);
    }
  }

  @Test
  void whoHearsOfNoneOfThemNeedsNoRecord() throws Exception {
    try (AlertHarness job = AlertHarness.onHeap()) {
      changes(job);
      late(job, Severity.HIGH);
      assertThat(job.alerts()).isEmpty();
      assertThat(job.decoded()).isEqualTo(CHANGES);
    }
  }

  @Test
  void whatWasNotAskedForLongestGoesFirst() {
    Lately<String, String> lately = new Lately<>(10);
    assertThat(lately.get("a", 4, () -> "1")).isEqualTo("1");
    assertThat(lately.get("b", 4, () -> "2")).isEqualTo("2");
    assertThat(lately.get("a", 4, () -> "x")).isEqualTo("1");
    assertThat(lately.get("c", 4, () -> "3")).isEqualTo("3");
    assertThat(lately.get("a", 4, () -> "x")).isEqualTo("1");
    assertThat(lately.get("b", 4, () -> "y")).isEqualTo("y");
    assertThat(lately.get("large", 11, () -> "4")).isEqualTo("4");
    assertThat(lately.get("large", 11, () -> "5")).isEqualTo("5");
    assertThat(lately.get("b", 4, () -> "z")).isEqualTo("y");
  }

  private static void changes(AlertHarness job) throws Exception {
    for (int i = 0; i < CHANGES; i++) {
      job.change(change("c" + i, MARROWBY, MONDAY_0600.plusSeconds(i)));
    }
  }

  private static void late(AlertHarness job, Severity minimum) throws Exception {
    Interest interest =
        new Interest(
            Set.of(MARROWBY), Set.of(), Set.of(), minimum, Set.of(), false, Set.of(), Set.of());
    for (int i = 0; i < SUBSCRIBERS; i++) {
      job.terms(
          terms(
              subscription("late" + i, Instant.EPOCH, Terms.of("monitor", interest), true), i + 1));
    }
  }
}
