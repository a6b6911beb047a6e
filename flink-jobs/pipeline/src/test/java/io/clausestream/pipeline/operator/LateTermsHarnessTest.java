package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static io.clausestream.pipeline.operator.AlertSamples.change;
import static io.clausestream.pipeline.operator.AlertSamples.subscription;
import static io.clausestream.pipeline.operator.AlertSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.Terms;
import io.clausestream.pipeline.wire.PackedChange;
import io.clausestream.schema.PageChange;
import java.time.Instant;
import java.util.List;
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
    assertThat(lately.get("a", made -> 4, () -> "1")).isEqualTo("1");
    assertThat(lately.get("b", made -> 4, () -> "2")).isEqualTo("2");
    assertThat(lately.get("a", made -> 4, () -> "x")).isEqualTo("1");
    assertThat(lately.get("c", made -> 4, () -> "3")).isEqualTo("3");
    assertThat(lately.get("a", made -> 4, () -> "x")).isEqualTo("1");
    assertThat(lately.get("b", made -> 4, () -> "y")).isEqualTo("y");
    assertThat(lately.get("large", made -> 11, () -> "4")).isEqualTo("4");
    assertThat(lately.get("large", made -> 11, () -> "5")).isEqualTo("5");
    assertThat(lately.get("b", made -> 4, () -> "z")).isEqualTo("y");
  }

  @Test
  void whatPacksSmallIsWeighedAsWhatItIsInMemory() {
    ChangeReader reader = new ChangeReader();
    for (String name : List.of("a", "b", "c", "c", "a")) {
      PageChange change = change(name, MARROWBY, MONDAY_0600);
      change.setSummary(List.of("again ".repeat(2 << 20)));
      byte[] packed = new PackedChange().pack(change);
      assertThat(packed).hasSizeLessThan(64 << 10);
      assertThat(PackedChange.size(packed)).isGreaterThan(12 << 20);
      assertThat(reader.change(name, packed)).isEqualTo(change);
    }
    assertThat(reader.decoded()).isEqualTo(4);
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
