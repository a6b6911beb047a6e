package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static io.clausestream.connector.testkit.Instants.MONDAY_0700;
import static io.clausestream.connector.testkit.Instants.MONDAY_1200;
import static io.clausestream.connector.testkit.Instants.TUESDAY_0600;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.page.RejectionReason;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.metrics.AlertMetrics;
import io.clausestream.pipeline.wire.AlertMapper;
import io.clausestream.pipeline.wire.PageEvent;
import io.clausestream.schema.Alert;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.function.ThrowingConsumer;
import org.junit.jupiter.api.Test;

/** What the operators count. */
class MetricsHarnessTest {

  private final RecordedMetrics metrics = new RecordedMetrics();

  @Test
  void eventsAndDeadLettersAreCountedByStageAndReason() throws Exception {
    run(
        new CanonicalizeFunction(PageLimits.OF_SIZE, false),
        harness -> {
          FetchedPage page = Pages.page(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
          FetchedPage broken = FetchedPage.newBuilder(page).build();
          broken.setUrl(null);
          KafkaRecord record = new KafkaRecord("fetches", 0, 1, 7, null, new byte[] {1}, Map.of());
          harness.processElement(PageEvent.of(page), 0);
          harness.processElement(
              PageEvent.rejected(null, record, RejectionReason.UNDECODABLE, "no record"), 0);
          harness.processElement(
              PageEvent.of(Pages.page(Pages.TERMS, "<div>".repeat(100_000), MONDAY_0600)), 0);
          harness.processElement(PageEvent.of(broken), 0);
        });

    assertThat(metrics.count("page.events")).isEqualTo(4);
    assertThat(metrics.count("canonical.events")).isEqualTo(1);
    assertThat(metrics.count("page.reason.UNDECODABLE.deadLetters")).isEqualTo(1);
    assertThat(metrics.count("page.reason.INTERNAL.deadLetters")).isEqualTo(1);
    assertThat(metrics.count("page.reason.WRONG_KEY.deadLetters")).isZero();
    assertThat(metrics.count("canonical.reason.NESTED_TOO_DEEP.deadLetters")).isEqualTo(1);
  }

  @Test
  void everyVerdictIsCountedAndEverySuppressionByItsReason() throws Exception {
    try (DetectChangeHarness job = DetectChangeHarness.open(metrics)) {
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600);
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0700);
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0700);
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_0600.plusSeconds(1));
      job.fetch(Pages.PRIVACY, Pages.stub(), MONDAY_1200);
      job.fetch(Pages.PRIVACY, Pages.policy(30), MONDAY_1200.plusSeconds(60));
      job.fetch(Pages.PRIVACY, Pages.policy(90), TUESDAY_0600);
      job.fetch(Pages.PRIVACY, "", TUESDAY_0600.plusSeconds(60));

      assertThat(job.changes()).hasSize(1);
      String severity = job.changes().get(0).getSeverity().name();
      assertThat(metrics.count("severity.severity." + severity + ".changes")).isEqualTo(1);
    }

    assertThat(metrics.count("change.verdict.FIRST.fetches")).isEqualTo(1);
    assertThat(metrics.count("change.verdict.VERIFIED.fetches")).isEqualTo(2);
    assertThat(metrics.count("change.verdict.DUPLICATE.fetches")).isEqualTo(1);
    assertThat(metrics.count("change.verdict.LATE.fetches")).isEqualTo(1);
    assertThat(metrics.count("change.verdict.SUPPRESSED.fetches")).isEqualTo(1);
    assertThat(metrics.count("change.reason.WITHDRAWN.suppressed")).isEqualTo(1);
    assertThat(metrics.count("change.verdict.CHANGED.fetches")).isEqualTo(1);
    assertThat(metrics.count("change.verdict.BAD_CAPTURE.fetches")).isEqualTo(1);
    assertThat(metrics.count("quality.reason.NO_TEXT.badCaptures")).isEqualTo(1);
    assertThat(metrics.count("change.status.UNAVAILABLE.sources")).isZero();
  }

  @Test
  void theTimeFromFetchToAlertIsMeasuredForLiveFetchesOnly() {
    Duration taken = Duration.ofSeconds(90);
    AlertMetrics alerts = alertMetrics();
    for (Origin origin : List.of(Origin.LIVE, Origin.IMPORT, Origin.REPLAY)) {
      alerts.alerted(alert(origin, MONDAY_0600), MONDAY_0600.plus(taken).toEpochMilli());
    }

    assertThat(metrics.count("alert.severity.MEDIUM.alerts")).isEqualTo(3);
    assertThat(metrics.count("alert.severity.MEDIUM.late")).isZero();
    for (String histogram : List.of("alert.latencyMillis", "alert.severity.MEDIUM.latencyMillis")) {
      assertThat(metrics.histogram(histogram).getCount()).isEqualTo(1);
      assertThat(metrics.histogram(histogram).getStatistics().getMax()).isEqualTo(taken.toMillis());
    }
    assertThat(metrics.histogram("alert.severity.HIGH.latencyMillis").getCount()).isZero();
  }

  @Test
  void alertsOfLiveFetchesThatMissTheObjectiveAreCounted() {
    AlertMetrics alerts = alertMetrics();
    long now = MONDAY_0600.plus(Duration.ofDays(1)).toEpochMilli();
    alerts.alerted(alert(Origin.LIVE, MONDAY_0600), now);
    alerts.alerted(alert(Origin.LIVE, MONDAY_0600.minusMillis(1)), now);
    alerts.alerted(alert(Origin.IMPORT, Instant.EPOCH), now);

    assertThat(metrics.count("alert.severity.MEDIUM.late")).isEqualTo(1);
  }

  private <I, O> void run(
      ProcessFunction<I, O> function,
      ThrowingConsumer<OneInputStreamOperatorTestHarness<I, O>, Exception> steps)
      throws Exception {
    OneInputStreamOperatorTestHarness<I, O> harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(function), metrics.environment());
    harness.open();
    steps.accept(harness);
    harness.close();
  }

  private AlertMetrics alertMetrics() {
    return new AlertMetrics(metrics.environment().getMetricGroup(), Duration.ofDays(1));
  }

  private static Alert alert(Origin origin, Instant fetchedAt) {
    PageChange change = AlertSamples.change("c", "Marrowby", fetchedAt);
    change.setOrigin(origin);
    return AlertMapper.toWire(change, "you", null);
  }
}
