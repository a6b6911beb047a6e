package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static io.clausestream.connector.testkit.Instants.MONDAY_1200;
import static io.clausestream.connector.testkit.Instants.TUESDAY_0600;
import static io.clausestream.pipeline.operator.AlertSamples.change;
import static io.clausestream.pipeline.operator.AlertSamples.correction;
import static io.clausestream.pipeline.operator.AlertSamples.id;
import static io.clausestream.pipeline.operator.AlertSamples.state;
import static io.clausestream.pipeline.operator.AlertSamples.subscription;
import static io.clausestream.pipeline.operator.AlertSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.Terms;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operators that match and tell, on RocksDB unless said otherwise. */
class AlertHarnessTest {

  private static final String MARROWBY = "Marrowby";
  private static final Duration DAY = Duration.ofDays(1);

  private AlertHarness job;

  @BeforeEach
  void start() throws Exception {
    job = AlertHarness.on(new EmbeddedRocksDBStateBackend());
  }

  @AfterEach
  void stop() {
    job.close();
  }

  @Test
  void aChangeIsToldToWhoWatchesItsPlatformOrAll() throws Exception {
    job.terms(terms(subscription("ada", MONDAY_0600, MARROWBY, "Quillstead"), 1));
    job.terms(terms(subscription("bo", MONDAY_0600, "Quillstead"), 2));
    job.terms(terms(subscription("all", MONDAY_0600, Interest.ALL), 3));
    PageChange change = change("c1", MARROWBY, MONDAY_1200);

    job.change(change);

    assertThat(job.alerts())
        .extracting(Alert::getSubscriberId)
        .containsExactlyInAnyOrder("ada", "all");
    Alert alert = job.alerts().get(0);
    assertThat(alert.getChange()).isEqualTo(change);
    assertThat(alert.getAlertedAt()).isEqualTo(MONDAY_1200);
    assertThat(alert.getAlertId())
        .isEqualTo(ContentId.alert(change.getChangeId(), alert.getSubscriberId()));
    assertThat(alert.getUpdates()).isNull();
  }

  @Test
  void whicheverComesSecondTells() throws Exception {
    job.change(change("c1", MARROWBY, MONDAY_1200));
    job.terms(terms(subscription("ada", MONDAY_1200, MARROWBY), 1));
    job.terms(terms(subscription("late", MONDAY_1200.plusMillis(1), MARROWBY), 2));
    job.terms(terms(subscription("all", MONDAY_0600, Interest.ALL), 3));

    assertThat(job.alerts())
        .extracting(Alert::getSubscriberId)
        .containsExactlyInAnyOrder("ada", "all");
  }

  @Test
  void termsHoldUntilTheNextOnesDo() throws Exception {
    job.terms(terms(subscription("ada", MONDAY_0600, MARROWBY), 1));
    job.terms(terms(subscription("ada", TUESDAY_0600, "Quillstead"), 2));

    job.change(change("before", MARROWBY, TUESDAY_0600.minusMillis(1)));
    job.change(change("after", MARROWBY, TUESDAY_0600));
    job.change(change("there", "Quillstead", TUESDAY_0600));
    job.change(change("too-early", "Quillstead", MONDAY_1200));

    assertThat(told()).containsExactly(id("before"), id("there"));
  }

  @Test
  void whoIsPausedHearsNothingUntilItGoesOn() throws Exception {
    Terms active = Terms.of("monitor", Interest.in(Set.of(MARROWBY)));
    job.terms(terms(subscription("ada", MONDAY_0600, active, true), 1));
    job.terms(terms(subscription("ada", MONDAY_1200, state(active, Terms.State.PAUSED), true), 2));
    job.terms(terms(subscription("ada", TUESDAY_0600, active, true), 3));

    job.change(change("c1", MARROWBY, MONDAY_1200));
    job.change(change("c2", MARROWBY, TUESDAY_0600));

    assertThat(told()).containsExactly(id("c2"));
  }

  @Test
  void termsThatAreReadAgainChangeNothing() throws Exception {
    job.terms(terms(subscription("ada", MONDAY_0600, "Quillstead"), 1));
    job.terms(terms(subscription("ada", MONDAY_0600, MARROWBY), 2));
    job.terms(terms(subscription("ada", MONDAY_0600, "Quillstead"), 1));

    job.change(change("c1", MARROWBY, MONDAY_1200));
    job.change(change("c2", "Quillstead", MONDAY_1200));
    job.change(change("c1", MARROWBY, MONDAY_1200));

    assertThat(told()).containsExactly(id("c1"));
  }

  @Test
  void whoMovesFromAllToOnePlatformIsToldOnce() throws Exception {
    job.terms(terms(subscription("ada", MONDAY_0600, Interest.ALL), 1));
    job.terms(terms(subscription("ada", MONDAY_1200, MARROWBY), 2));

    job.change(change("c1", MARROWBY, MONDAY_1200.minusMillis(1)));
    job.change(change("c2", MARROWBY, MONDAY_1200));

    assertThat(told()).containsExactly(id("c1"), id("c2"));
  }

  @Test
  void whoMovesBetweenAPlatformAndAllByTermsThatComeLateIsToldOnce() throws Exception {
    job.terms(terms(subscription("ada", MONDAY_0600, MARROWBY), 1));
    job.change(change("c1", MARROWBY, MONDAY_1200));
    job.terms(terms(subscription("ada", MONDAY_0600, Interest.ALL), 2));
    job.change(change("c2", MARROWBY, MONDAY_1200));
    job.change(change("c3", "Quillstead", MONDAY_1200));
    job.terms(terms(subscription("ada", MONDAY_0600, MARROWBY, "Quillstead"), 3));
    job.change(change("c4", "Quillstead", MONDAY_1200));
    job.change(change("c5", "Tarnholm", MONDAY_1200));
    job.restart();
    job.terms(terms(subscription("ada", MONDAY_0600, "Quillstead", "Tarnholm"), 4));
    job.change(change("c6", MARROWBY, MONDAY_1200));
    job.change(change("c7", "Tarnholm", MONDAY_1200));

    assertThat(told()).containsExactly(id("c1"), id("c2"), id("c3"), id("c4"), id("c5"), id("c7"));
  }

  @Test
  void termsThatHoldFromBeforeThoseTheyFollowReplaceThemEverywhere() throws Exception {
    job.terms(terms(subscription("ada", MONDAY_0600, MARROWBY), 1));
    job.terms(terms(subscription("ada", TUESDAY_0600, "Quillstead"), 2));
    job.terms(terms(subscription("ada", MONDAY_1200, "Tarnholm"), 3));

    job.change(change("kept", MARROWBY, MONDAY_1200.minusMillis(1)));
    job.change(change("left", MARROWBY, MONDAY_1200));
    job.change(change("never", "Quillstead", TUESDAY_0600));
    job.change(change("there", "Tarnholm", MONDAY_1200));

    assertThat(told()).containsExactly(id("kept"), id("there"));
  }

  @Test
  void theSameFactToldAgainUpdatesTheFirst() throws Exception {
    job.terms(terms(subscription("ada", MONDAY_0600, MARROWBY), 1));

    job.change(fact("first", MONDAY_0600, "p", "90 days"));
    job.change(fact("other", MONDAY_0600.plus(DAY), "p", "91 days"));
    job.change(fact("second", MONDAY_0600.plus(DAY.multipliedBy(3)), "p", "90  Days"));
    job.restart();
    job.change(fact("third", MONDAY_0600.plus(DAY.multipliedBy(7)), "p", "90 days"));
    job.change(fact("fourth", MONDAY_0600.plus(DAY.multipliedBy(8)), "p", "90 days"));

    assertThat(job.alerts())
        .extracting(Alert::getUpdates)
        .containsExactly(null, null, alertId("first"), alertId("first"), alertId("second"));
  }

  @Test
  void aProvisionWithoutIdIsNeverARepeat() throws Exception {
    job.terms(terms(subscription("ada", MONDAY_0600, MARROWBY), 1));

    job.change(change("c1", MARROWBY, Severity.LOW, MONDAY_0600, null, "90 days"));
    job.change(change("c2", MARROWBY, Severity.LOW, MONDAY_1200, null, "90 days"));

    assertThat(job.alerts()).extracting(Alert::getUpdates).containsExactly(null, null);
  }

  @Test
  void aCorrectionTakesBackEachAlertOfTheChange() throws Exception {
    job.terms(terms(subscription("ada", MONDAY_0600, MARROWBY), 1));
    job.terms(terms(subscription("all", MONDAY_0600, Interest.ALL), 2));
    PageChange change = fact("c1", MONDAY_0600, "p", "90 days");
    job.change(change);
    job.restart();

    job.correction(correction(MARROWBY, "c1", " The page was a test. ", 0, MONDAY_1200));
    job.terms(terms(subscription("later", MONDAY_0600, MARROWBY), 3));

    List<Alert> retractions = job.alerts().subList(2, job.alerts().size());
    assertThat(retractions).hasSize(2);
    for (Alert retraction : retractions) {
      String original = ContentId.alert(id("c1"), retraction.getSubscriberId());
      assertThat(retraction.getRetracts()).isEqualTo(original);
      assertThat(retraction.getAlertId()).isEqualTo(ContentId.retraction(original));
      assertThat(retraction.getCorrection()).isEqualTo("The page was a test.");
      assertThat(retraction.getAlertedAt()).isEqualTo(MONDAY_1200);
      assertThat(retraction.getChange()).isEqualTo(change);
    }
    assertThat(job.refusals()).isEmpty();
  }

  @Test
  void whatWasTakenBackIsNotUpdated() throws Exception {
    job.terms(terms(subscription("ada", MONDAY_0600, MARROWBY), 1));
    job.change(fact("c1", MONDAY_0600, "p", "90 days"));
    job.correction(correction(MARROWBY, "c1", "Wrong.", 0, MONDAY_1200));

    job.change(fact("c2", TUESDAY_0600, "p", "90 days"));

    assertThat(job.alerts().get(2).getUpdates()).isNull();
  }

  @Test
  void aCorrectionHasOneAnswer() throws Exception {
    job.terms(terms(subscription("ada", MONDAY_0600, MARROWBY), 1));
    job.change(change("c1", MARROWBY, MONDAY_0600));

    job.correction(correction(MARROWBY, "none", "Wrong.", 0, MONDAY_1200));
    job.correction(correction(MARROWBY, "c1", " ", 1, MONDAY_1200));
    job.correction(correction(MARROWBY, "c1", "Wrong.", 2, MONDAY_1200));
    job.correction(correction(MARROWBY, "c1", "Wrong.", 3, MONDAY_1200));
    job.correction(
        AlertSamples.record("alert-corrections", MARROWBY, new byte[] {1}, 4, MONDAY_1200));
    job.correction(AlertSamples.record("alert-corrections", MARROWBY, null, 5, MONDAY_1200));

    assertThat(job.alerts()).hasSize(2);
    assertThat(job.refusals())
        .extracting(Refusal::getReason)
        .containsExactly(
            "CHANGE_UNKNOWN",
            "INVALID_CORRECTION",
            "ALREADY_CORRECTED",
            "UNDECODABLE",
            "UNDECODABLE");
    assertThat(job.refusals().get(0).getRequestId()).isEqualTo("correction-0");
    assertThat(job.refusals().get(0).getSubject()).isEqualTo(id("none"));
    assertThat(job.refusals().get(0).getDetail()).contains(MARROWBY, "7 days");
  }

  @Test
  void aPlanWithoutAlertsHearsNothingHere() throws Exception {
    Terms terms = Terms.of("free", Interest.in(Set.of(MARROWBY)));
    job.terms(terms(subscription("ada", MONDAY_0600, terms, false), 1));

    job.change(change("c1", MARROWBY, MONDAY_0600));
    job.correction(correction(MARROWBY, "c1", "Wrong.", 2, MONDAY_1200));

    assertThat(job.alerts()).isEmpty();
  }

  @Test
  void whatIsOverIsForgotten() throws Exception {
    try (AlertHarness heap = AlertHarness.onHeap()) {
      heap.watermark(MONDAY_0600);
      heap.terms(terms(subscription("ada", MONDAY_0600, MARROWBY), 1));
      heap.terms(terms(subscription("ada", MONDAY_1200, Interest.ALL), 2));
      heap.terms(
          terms(
              subscription(
                  "ada",
                  TUESDAY_0600,
                  state(Terms.of("m", Interest.in(Set.of(MARROWBY))), Terms.State.CANCELLED),
                  true),
              3));
      heap.change(change("c1", MARROWBY, MONDAY_0600.plusSeconds(1)));
      heap.change(change("c2", MARROWBY, MONDAY_1200.plusSeconds(1)));
      assertThat(heap.alerts()).hasSize(2);
      assertThat(heap.stored()).isPositive();

      heap.watermark(TUESDAY_0600.plus(DAY.multipliedBy(10)));

      // By which clock the weeks of a subscriber end is known as long as the subscriber.
      assertThat(heap.stored()).isEqualTo(1);
      heap.terms(AlertSamples.forgotten("ada"));
      assertThat(heap.stored()).isZero();
      assertThat(heap.routes()).isZero();
    }
  }

  @Test
  void ofWhoIsForgottenNothingIsKeptAndNothingTold() throws Exception {
    try (AlertHarness heap = AlertHarness.onHeap()) {
      heap.terms(terms(subscription("ada", MONDAY_0600, MARROWBY), 1));
      heap.change(change("c1", MARROWBY, MONDAY_0600));
      heap.terms(AlertSamples.forgotten("ada"));

      heap.change(change("c2", MARROWBY, MONDAY_1200));
      heap.correction(correction(MARROWBY, "c1", "Wrong.", 1, MONDAY_1200));
      heap.watermark(MONDAY_1200.plus(DAY.multipliedBy(10)));

      assertThat(heap.alerts()).hasSize(1);
      assertThat(heap.digests()).isEmpty();
      assertThat(heap.stored()).isZero();
      assertThat(heap.routes()).isZero();
    }
  }

  @Test
  void anImportKeepsABoundedNumberOfChanges() throws Exception {
    try (AlertHarness heap = AlertHarness.onHeap()) {
      for (int i = 0; i < 1100; i++) {
        heap.change(change("c" + i, MARROWBY, MONDAY_0600.plusSeconds(i)));
      }
      int changes = heap.stored() / (1 + 2 * Buckets.COUNT);

      // Twice as many as are kept, and beside each some counters and a timer.
      assertThat(changes).isLessThan(1100);
      heap.terms(terms(subscription("ada", MONDAY_0600.plusSeconds(1000), MARROWBY), 1));
      assertThat(heap.alerts()).hasSize(100);
    }
  }

  private List<String> told() {
    return job.alerts().stream().map(alert -> alert.getChange().getChangeId()).toList();
  }

  private static String alertId(String name) {
    return ContentId.alert(id(name), "ada");
  }

  private static PageChange fact(String name, Instant at, String provision, String after) {
    return change(name, MARROWBY, Severity.MEDIUM, at, provision, after);
  }
}
