package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static io.clausestream.connector.testkit.Instants.MONDAY_1200;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.DetectionListener;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.change.PlatformState;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.rules.RuleBook;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.state.StateAccessException;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.VerificationStatus;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.util.function.SerializableFunction;
import org.junit.jupiter.api.Test;

/** Faults of our own inside the operator with state. */
class FaultHarnessTest {

  private static final String MARKER = "faulty";
  private static final Instant DEADLINE = MONDAY_1200.plus(Duration.ofHours(18));

  @Test
  void aFaultBehindAllWorkLeavesNothingOfTheFetchAndTheNextIsHandled() throws Exception {
    try (DetectChangeHarness job = DetectChangeHarness.open(Faulty.onDetect())) {
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
      job.fetch(
          Pages.PRIVACY,
          Pages.policy(60).replace("60 days", "60 " + MARKER + " days"),
          MONDAY_1200);
      assertThat(job.changes()).isEmpty();
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_1200.plusSeconds(1));
      job.fetch(Pages.PRIVACY, Pages.policy(90), MONDAY_1200.plusSeconds(2));

      DeadLetter letter = job.deadLetters().get(0);
      assertThat(job.deadLetters()).hasSize(1);
      assertThat(letter.getReason()).isEqualTo("INTERNAL");
      assertThat(letter.getStage()).isEqualTo("change");
      assertThat(letter.getDetail()).contains("a fault of our own");
      assertThat(letter.getDocumentId()).isEqualTo(Pages.PRIVACY);
      assertThat(List.of(letter.getTopic(), letter.getPartition(), letter.getOffset()))
          .containsExactly("page-fetches", 3, 42L);
      assertThat(letter.getValue()).isNull();
      assertThat(job.verifications())
          .extracting(PageVerification::getStatus)
          .containsExactly(VerificationStatus.FIRST, VerificationStatus.UNCHANGED);
      assertThat(job.changes())
          .singleElement()
          .satisfies(change -> assertThat(change.getCurrent().getNumber()).isEqualTo(2));
    }
  }

  @Test
  void aFaultOfATimerLeavesTheDeadlineToTheNextFetch() throws Exception {
    try (DetectChangeHarness job = DetectChangeHarness.open(Faulty.onExpire())) {
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
      job.fetch(Pages.PRIVACY, Pages.stub(), MONDAY_1200);

      job.watermark(DEADLINE);
      assertThat(job.changes()).isEmpty();
      job.fetch(Pages.TERMS, Pages.policy(30), DEADLINE.plusSeconds(1));

      assertThat(job.changes()).extracting(PageChange::getDetectedAt).containsExactly(DEADLINE);
      assertThat(job.deadLetters()).isEmpty();
    }
  }

  @Test
  void aFailureOfTheStateIsNoFaultOfTheFetch() {
    PlatformState broken =
        (PlatformState)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {PlatformState.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("the disk is full");
                });

    assertThatThrownBy(() -> new Attempt(broken).run((state, output) -> state.head("d")))
        .isInstanceOf(StateAccessException.class)
        .hasMessage("the disk is full");
    assertThatThrownBy(
            () -> new Attempt(broken).run((state, output) -> state.putText("d", List.of())))
        .isInstanceOf(StateAccessException.class);
  }

  /** The real detection, and then a fault. */
  private record Faulty(Detection real, boolean expire) implements Detection {

    static SerializableFunction<RuleBook, Detection> onDetect() {
      return book -> new Faulty(Detection.by(book), false);
    }

    static SerializableFunction<RuleBook, Detection> onExpire() {
      return book -> new Faulty(Detection.by(book), true);
    }

    @Override
    public String ruleSetVersion(Instant fetchedAt) {
      return real.ruleSetVersion(fetchedAt);
    }

    @Override
    public void detect(CanonicalFetch fetch, PlatformState state, DetectionListener out) {
      real.detect(fetch, state, out);
      if (fetch.page().text().contains(MARKER)) {
        throw new IllegalStateException("a fault of our own");
      }
    }

    @Override
    public void expire(
        Instant until, Predicate<PageRef> due, PlatformState state, DetectionListener out) {
      real.expire(until, due, state, out);
      if (expire) {
        throw new IllegalStateException("a fault of our own");
      }
    }
  }
}
