package io.clausestream.pipeline.operator;

import static io.clausestream.pipeline.operator.AlertSamples.change;
import static io.clausestream.pipeline.operator.AlertSamples.correction;
import static io.clausestream.pipeline.operator.AlertSamples.digest;
import static io.clausestream.pipeline.operator.AlertSamples.id;
import static io.clausestream.pipeline.operator.AlertSamples.state;
import static io.clausestream.pipeline.operator.AlertSamples.subscription;
import static io.clausestream.pipeline.operator.AlertSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.core.subscription.DigestTime;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.Terms;
import io.clausestream.pipeline.wire.DigestMapper;
import io.clausestream.pipeline.wire.DigestNews;
import io.clausestream.schema.Digest;
import io.clausestream.schema.DigestEntry;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operators tell by week. */
class DigestHarnessTest {

  private static final String MARROWBY = "Marrowby";
  private static final Duration DAY = Duration.ofDays(1);

  /** Monday, 08:00 in Berlin, in winter; the clocks there go forward on 29 March. */
  private static final Instant MONDAY = Instant.parse("2026-03-23T07:00:00Z");

  private static final Instant NEXT_MONDAY = Instant.parse("2026-03-30T06:00:00Z");
  private static final Instant MONDAY_AFTER = Instant.parse("2026-04-06T06:00:00Z");

  private static final DigestTime BERLIN =
      new DigestTime(true, ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, 8);
  private static final Terms TERMS =
      digest(Terms.of("monitor", Interest.in(Set.of(MARROWBY))), BERLIN);

  private AlertHarness job;

  @BeforeEach
  void start() throws Exception {
    job = AlertHarness.onHeap();
  }

  @AfterEach
  void stop() {
    job.close();
  }

  @Test
  void aWeekIsToldWhenTheWatermarkHasPassedItsEnd() throws Exception {
    watch(TERMS, true);
    job.change(change("before", MARROWBY, MONDAY.minusMillis(1)));
    job.watermark(MONDAY.minusMillis(1));
    job.change(change("low", MARROWBY, Severity.LOW, MONDAY, "p1", "1 day"));
    job.change(change("high", MARROWBY, Severity.HIGH, MONDAY.plus(DAY), "p2", "2 days"));
    job.restart();
    job.change(change("next", MARROWBY, NEXT_MONDAY));
    job.watermark(NEXT_MONDAY.minusMillis(2));
    assertThat(job.digests()).hasSize(1);

    job.watermark(NEXT_MONDAY.minusMillis(1));

    Digest digest = job.digests().get(1);
    assertThat(digest.getFrom()).isEqualTo(MONDAY);
    assertThat(digest.getUntil()).isEqualTo(NEXT_MONDAY);
    assertThat(Duration.between(digest.getFrom(), digest.getUntil()).toHours()).isEqualTo(167);
    assertThat(digest.getTimeZone()).isEqualTo("Europe/Berlin");
    assertThat(digest.getDigestId()).isEqualTo(ContentId.digest("ada", NEXT_MONDAY));
    assertThat(changes(digest)).containsExactly(id("high"), id("low"));
    assertThat(List.of(digest.getHighs(), digest.getMediums(), digest.getLows()))
        .containsExactly(1, 0, 1);
    assertThat(digest.getEntries().get(0).getAlertId())
        .isEqualTo(ContentId.alert(id("high"), "ada"));
  }

  @Test
  void aWeekWithoutChangesHasNone() throws Exception {
    watch(TERMS, true);
    job.watermark(MONDAY);
    job.change(change("c1", MARROWBY, MONDAY_AFTER));
    job.watermark(MONDAY_AFTER.plus(DAY.multipliedBy(8)));

    assertThat(job.digests()).extracting(Digest::getFrom).containsExactly(MONDAY_AFTER);
  }

  @Test
  void plansWithoutAlertsHaveTheirDigest() throws Exception {
    watch(TERMS, false);
    job.change(change("c1", MARROWBY, MONDAY));
    job.watermark(NEXT_MONDAY);

    assertThat(job.alerts()).isEmpty();
    assertThat(changes(job.digests().get(0))).containsExactly(id("c1"));
  }

  @Test
  void whatWasToldWronglySaysSo() throws Exception {
    watch(TERMS, true);
    job.change(change("c1", MARROWBY, MONDAY));
    job.correction(correction(MARROWBY, "c1", "It was a test.", 0, MONDAY));
    job.watermark(NEXT_MONDAY);

    assertThat(job.digests().get(0).getEntries().get(0).getCorrection())
        .isEqualTo("It was a test.");
  }

  @Test
  void whatIsCorrectedWhenItsWeekWasToldStandsInTheNext() throws Exception {
    watch(TERMS, false);
    job.change(change("c1", MARROWBY, MONDAY.plus(DAY.multipliedBy(6))));
    job.watermark(NEXT_MONDAY);
    job.correction(correction(MARROWBY, "c1", "It was a test.", 0, NEXT_MONDAY.plus(DAY)));
    job.watermark(MONDAY_AFTER);

    assertThat(job.digests()).hasSize(2);
    assertThat(job.digests().get(1).getEntries())
        .extracting(DigestEntry::getCorrection)
        .containsExactly("It was a test.");
  }

  @Test
  void newsOfAForgottenSubscriberLeavesNothingBehind() throws Exception {
    PageChange change = change("c1", MARROWBY, MONDAY);
    job.underWay(new DigestNews("ada", DigestMapper.entry(change, "ada", null, null)));
    assertThat(job.stored()).isPositive();

    job.watermark(MONDAY.plus(DAY.multipliedBy(3)));

    assertThat(job.stored()).isZero();
  }

  @Test
  void whatComesWhenItsWeekWasCutStandsInTheNext() throws Exception {
    watch(TERMS, true);
    job.change(change("c1", MARROWBY, MONDAY));
    job.watermark(NEXT_MONDAY);
    job.change(change("late", MARROWBY, MONDAY.plus(DAY)));
    job.change(change("c2", MARROWBY, NEXT_MONDAY.plus(DAY)));
    job.watermark(MONDAY_AFTER);

    assertThat(job.digests()).hasSize(2);
    assertThat(changes(job.digests().get(1))).containsExactly(id("late"), id("c2"));
    assertThat(job.digests().get(1).getFrom()).isEqualTo(NEXT_MONDAY);
  }

  @Test
  void aNewClockCutsThePresentWeek() throws Exception {
    watch(TERMS, true);
    job.watermark(MONDAY);
    job.change(change("c1", MARROWBY, MONDAY.plus(DAY)));
    DigestTime tokyo = new DigestTime(true, ZoneId.of("Asia/Tokyo"), DayOfWeek.THURSDAY, 18);
    Instant thursday = Instant.parse("2026-03-26T09:00:00Z");
    job.terms(
        terms(
            subscription("ada", MONDAY.plus(DAY.multipliedBy(2)), digest(TERMS, tokyo), true), 2));
    job.change(change("c2", MARROWBY, thursday));
    job.watermark(thursday.plus(DAY.multipliedBy(7)));

    assertThat(job.digests()).extracting(Digest::getFrom).containsExactly(MONDAY, thursday);
    assertThat(job.digests())
        .extracting(Digest::getUntil)
        .containsExactly(thursday, thursday.plus(DAY.multipliedBy(7)));
    assertThat(changes(job.digests().get(0))).containsExactly(id("c1"));
    assertThat(changes(job.digests().get(1))).containsExactly(id("c2"));
  }

  @Test
  void whoWantsNoneOrHasCancelledGetsNone() throws Exception {
    watch(digest(TERMS, new DigestTime(false, BERLIN.zone(), BERLIN.day(), BERLIN.hour())), true);
    job.change(change("c1", MARROWBY, MONDAY));
    job.terms(terms(subscription("bo", MONDAY, TERMS, true), 2));
    job.change(change("c2", MARROWBY, MONDAY.plusSeconds(1)));
    job.terms(
        terms(subscription("bo", MONDAY.plus(DAY), state(TERMS, Terms.State.CANCELLED), true), 3));
    job.watermark(NEXT_MONDAY);

    assertThat(job.alerts()).hasSize(4);
    assertThat(job.digests()).isEmpty();
  }

  @Test
  void theEndOfABoundedInputCutsNoWeekThatHasNotEnded() throws Exception {
    assertThat(replay(Optional.empty())).extracting(Digest::getUntil).containsExactly(NEXT_MONDAY);
    assertThat(replay(Optional.of(MONDAY_AFTER.minusMillis(1)))).hasSize(1);
    assertThat(replay(Optional.of(MONDAY_AFTER)))
        .extracting(Digest::getUntil)
        .containsExactly(NEXT_MONDAY, MONDAY_AFTER);
  }

  private static List<Digest> replay(Optional<Instant> endOfHistory) throws Exception {
    AlertRules rules = AlertHarness.rules(endOfHistory);
    try (AlertHarness replay = AlertHarness.with(rules)) {
      replay.terms(terms(subscription("ada", Instant.EPOCH, TERMS, true), 1));
      PageChange later = change("c2", MARROWBY, NEXT_MONDAY.plus(DAY));
      replay.change(later).change(change("c1", MARROWBY, MONDAY.plus(DAY))).endOfInput();
      return replay.digests();
    }
  }

  private void watch(Terms terms, boolean alerts) throws Exception {
    job.terms(terms(subscription("ada", Instant.EPOCH, terms, alerts), 1));
  }

  private static List<String> changes(Digest digest) {
    return digest.getEntries().stream().map(DigestEntry::getChangeId).toList();
  }
}
