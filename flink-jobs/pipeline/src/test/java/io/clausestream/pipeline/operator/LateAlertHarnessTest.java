package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static io.clausestream.pipeline.operator.AlertSamples.change;
import static io.clausestream.pipeline.operator.AlertSamples.id;
import static io.clausestream.pipeline.operator.AlertSamples.subscription;
import static io.clausestream.pipeline.operator.AlertSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.schema.LateAlert;
import io.clausestream.schema.LateAlertId;
import io.clausestream.schema.LateStage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert that misses the objective is told as late, by the time of the fetches alone. */
class LateAlertHarnessTest {

  private static final String MARROWBY = "Marrowby";
  private static final Duration DAY = Duration.ofDays(1);

  private AlertHarness job;

  @BeforeEach
  void start() throws Exception {
    job = AlertHarness.onHeap();
    job.terms(terms(subscription("ada", Instant.EPOCH, MARROWBY), 1));
  }

  @AfterEach
  void stop() {
    job.close();
  }

  @Test
  void aChangeThatWaitedBeyondTheObjectiveIsLate() throws Exception {
    job.change(waited("in-time", DAY));
    job.change(waited("late", DAY.plusMillis(1)));

    String alertId = ContentId.alert(id("late"), "ada");
    assertThat(job.alerts()).hasSize(2);
    assertThat(job.lateAlerts())
        .containsExactly(
            LateAlert.newBuilder()
                .setLateId(LateAlertId.of(alertId, LateStage.ALERT))
                .setAlertId(alertId)
                .setSubscriberId("ada")
                .setChangeId(id("late"))
                .setPlatform(MARROWBY)
                .setDocumentId(MARROWBY + "/Terms")
                .setSeverity(job.alerts().get(1).getSeverity())
                .setStage(LateStage.ALERT)
                .setFetchedAt(MONDAY_0600)
                .setToldAt(MONDAY_0600.plus(DAY).plusMillis(1))
                .setObjectiveMillis(DAY.toMillis())
                .setEngineVersion(job.lateAlerts().get(0).getEngineVersion())
                .build());
  }

  @Test
  void anAlertIsLateWhenTheFetchesAreFartherThanTheObjective() throws Exception {
    job.change(change("c1", MARROWBY, MONDAY_0600));
    job.watermark(MONDAY_0600.plus(DAY));
    job.terms(terms(subscription("bo", Instant.EPOCH, MARROWBY), 2));
    job.watermark(MONDAY_0600.plus(DAY).plusMillis(1));
    job.terms(terms(subscription("cy", Instant.EPOCH, MARROWBY), 3));

    assertThat(job.alerts()).hasSize(3);
    assertThat(job.lateAlerts())
        .singleElement()
        .satisfies(
            late -> {
              assertThat(late.getSubscriberId()).isEqualTo("cy");
              assertThat(late.getToldAt()).isEqualTo(MONDAY_0600.plus(DAY).plusMillis(1));
            });
  }

  @Test
  void whereTheWatermarkIsWhenAChangeComesMakesItNeitherLateNorLater() throws Exception {
    job.watermark(MONDAY_0600.plus(DAY.multipliedBy(2)));
    job.change(change("in-time", MARROWBY, MONDAY_0600));
    job.change(waited("late", DAY.plusMillis(1)));

    assertThat(job.alerts()).hasSize(2);
    assertThat(job.lateAlerts())
        .singleElement()
        .satisfies(
            late -> assertThat(late.getToldAt()).isEqualTo(MONDAY_0600.plus(DAY).plusMillis(1)));
  }

  @Test
  void itIsToldOnceAlsoAfterARestart() throws Exception {
    job.change(waited("late", DAY.plusMillis(1)));
    job.restart();
    job.change(waited("late", DAY.plusMillis(1)));
    job.terms(terms(subscription("ada", Instant.EPOCH, MARROWBY, "Quillstead"), 2));

    assertThat(job.lateAlerts()).hasSize(1);
  }

  @Test
  void theEndOfTheInputMakesNothingLate() throws Exception {
    job.change(change("c1", MARROWBY, MONDAY_0600));
    job.endOfInput();
    job.terms(terms(subscription("bo", Instant.EPOCH, MARROWBY), 2));

    assertThat(job.lateAlerts()).isEmpty();
  }

  @Test
  void historyIsNeverLate() throws Exception {
    for (Origin origin : new Origin[] {Origin.IMPORT, Origin.REPLAY}) {
      PageChange change = waited(origin.name(), DAY.multipliedBy(9));
      change.setOrigin(origin);
      job.change(change);
    }

    assertThat(job.alerts()).hasSize(2);
    assertThat(job.lateAlerts()).isEmpty();
  }

  /** First seen on Monday, and sure so much later. */
  private static PageChange waited(String name, Duration wait) {
    PageChange change = change(name, MARROWBY, MONDAY_0600.plus(wait));
    change.getCurrent().setFetchedAt(MONDAY_0600);
    return change;
  }
}
