package io.clausestream.pipeline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Terms, changes, corrections and watermarks in random orders, with restarts in between. */
class AlertInterleavingHarnessTest {

  private static final int SCENARIOS = 60;
  private static final int ORDERS = 4;

  /**
   * Terms that replace others come before the changes that they are to tell of; all else comes in
   * any order.
   */
  @Test
  void theAlertsAreTheSameInWhateverOrderChangesAndTermsCome() throws Exception {
    int told = 0;
    for (int seed = 0; seed < SCENARIOS; seed++) {
      AlertScenario scenario = AlertScenario.random(new Random(seed));
      List<List<String>> runs = new ArrayList<>();
      for (int order = 0; order < ORDERS; order++) {
        List<Alert> alerts = new Run(scenario, new Random(1000L * seed + order), true).run();
        Set<String> expected = scenario.alerts();
        expected.addAll(scenario.retractions());
        assertThat(alerts)
            .as("seed %d, order %d", seed, order)
            .extracting(Alert::getAlertId)
            .containsExactlyInAnyOrderElementsOf(expected);
        runs.add(alerts.stream().map(AlertInterleavingHarnessTest::brief).sorted().toList());
        told += alerts.size();
      }
      for (List<String> run : runs) {
        assertThat(run).as("seed %d", seed).isEqualTo(runs.get(0));
      }
    }
    assertThat(told).isGreaterThan(SCENARIOS * ORDERS * 10);
  }

  /** What was told by the terms that were known then is not unsaid; nothing is lost. */
  @Test
  void termsThatComeTooLateLoseNothingAndUnsayNothing() throws Exception {
    int unsaid = 0;
    for (int seed = 0; seed < SCENARIOS; seed++) {
      AlertScenario scenario = AlertScenario.random(new Random(seed));
      Run run = new Run(scenario, new Random(seed), false);

      List<Alert> alerts = run.run();
      Set<String> told = new TreeSet<>();
      alerts.forEach(alert -> told.add(alert.getAlertId()));

      assertThat(alerts).as("seed %d", seed).hasSameSizeAs(told);
      assertThat(told).as("seed %d", seed).isEqualTo(run.toldByWhatWasKnown());
      assertThat(told).as("seed %d", seed).containsAll(scenario.alerts());
      unsaid += told.size() - scenario.alerts().size();
    }
    assertThat(unsaid).isPositive();
  }

  /** Whoever is forgotten and comes again is a new one, and is told once again. */
  @Test
  void whoIsForgottenIsToldNothingUntilNewTermsAndThenOnce() throws Exception {
    int again = 0;
    for (int seed = 0; seed < SCENARIOS; seed++) {
      Run run = new Run(AlertScenario.random(new Random(seed)), new Random(seed), false);
      run.mayForget = true;

      List<String> told = run.run().stream().map(Alert::getAlertId).sorted().toList();

      assertThat(told).as("seed %d", seed).isEqualTo(run.toldInEachLife());
      again += told.size() - new TreeSet<>(told).size();
    }
    assertThat(again).isPositive();
  }

  private static String brief(Alert alert) {
    return alert.getAlertId() + " updates " + alert.getUpdates() + " of " + alert.getAlertedAt();
  }

  /** One order of a scenario. */
  private static final class Run {

    private final AlertScenario scenario;
    private final Random random;
    private final boolean orderly;
    private final Map<String, Deque<Subscription>> terms = new TreeMap<>();
    private final Map<String, Deque<PageChange>> changes = new TreeMap<>();
    private final Map<String, List<Subscription>> knownTerms = new HashMap<>();
    private final List<PageChange> knownChanges = new ArrayList<>();
    private final Set<String> toldByWhatWasKnown = new TreeSet<>();
    private final List<String> toldInLivesBefore = new ArrayList<>();
    private Instant watermark = AlertScenario.BEGIN;
    private boolean mayForget;

    Run(AlertScenario scenario, Random random, boolean orderly) {
      this.scenario = scenario;
      this.random = random;
      this.orderly = orderly;
      scenario.terms().forEach((id, all) -> terms.put(id, new ArrayDeque<>(all)));
      scenario.changes().forEach((id, all) -> changes.put(id, new ArrayDeque<>(all)));
    }

    List<Alert> run() throws Exception {
      try (AlertHarness job = AlertHarness.onHeap()) {
        int restartAt = random.nextInt(4) == 0 ? random.nextInt(30) : -1;
        for (int step = 0; !isOver(); step++) {
          if (step == restartAt) {
            job.restart();
          }
          step(job);
        }
        if (orderly) {
          correct(job);
        }
        return List.copyOf(job.alerts());
      }
    }

    private boolean isOver() {
      return terms.values().stream().allMatch(Deque::isEmpty)
          && changes.values().stream().allMatch(Deque::isEmpty);
    }

    private void step(AlertHarness job) throws Exception {
      int kind = random.nextInt(5);
      if (kind == 0) {
        advance(job);
      } else if (kind == 1 && mayForget && random.nextInt(4) == 0) {
        forget(job);
      } else if (kind < 3) {
        nextTerms(job);
      } else {
        nextChange(job);
      }
      note();
    }

    private void advance(AlertHarness job) throws Exception {
      long left = AlertScenario.BEGIN.plus(AlertScenario.LENGTH).toEpochMilli();
      long step = (left - watermark.toEpochMilli()) / 4;
      watermark = watermark.plusMillis((long) (random.nextDouble() * step));
      job.watermark(watermark);
    }

    private void forget(AlertHarness job) throws Exception {
      String subscriber = any(new ArrayList<>(terms.keySet()));
      job.terms(AlertSamples.forgotten(subscriber));
      knownTerms.remove(subscriber);
      for (PageChange change : knownChanges) {
        String alert = ContentId.alert(change.getChangeId(), subscriber);
        if (toldByWhatWasKnown.remove(alert)) {
          toldInLivesBefore.add(alert);
        }
      }
    }

    List<String> toldInEachLife() {
      List<String> all = new ArrayList<>(toldInLivesBefore);
      all.addAll(toldByWhatWasKnown);
      return all.stream().sorted().toList();
    }

    private void nextTerms(AlertHarness job) throws Exception {
      Deque<Subscription> queue = any(new ArrayList<>(terms.values()));
      Subscription next = queue.poll();
      if (next != null) {
        List<Subscription> known =
            knownTerms.computeIfAbsent(next.subscriberId(), none -> new ArrayList<>());
        known.add(next);
        job.terms(AlertSamples.terms(next, known.size()));
      }
    }

    private void nextChange(AlertHarness job) throws Exception {
      Deque<PageChange> queue = any(new ArrayList<>(changes.values()));
      PageChange next = queue.peek();
      if (next != null && (!orderly || areReplacementsKnown(next.getDetectedAt()))) {
        queue.remove();
        knownChanges.add(next);
        job.change(next);
      }
    }

    private boolean areReplacementsKnown(Instant at) {
      return scenario.terms().values().stream()
          .flatMap(all -> all.stream().skip(1))
          .filter(next -> !next.validFrom().isAfter(at))
          .allMatch(next -> knownTerms.getOrDefault(next.subscriberId(), List.of()).contains(next));
    }

    private void correct(AlertHarness job) throws Exception {
      int offset = 0;
      for (String name : scenario.corrected()) {
        String platform = scenario.platformOf(name);
        job.correction(
            AlertSamples.correction(platform, name, "Wrong.", offset++, AlertScenario.BEGIN));
      }
    }

    private void note() {
      knownTerms.forEach(
          (subscriber, all) ->
              knownChanges.stream()
                  .filter(change -> AlertScenario.isTold(all, change))
                  .forEach(
                      change ->
                          toldByWhatWasKnown.add(
                              ContentId.alert(change.getChangeId(), subscriber))));
    }

    Set<String> toldByWhatWasKnown() {
      return toldByWhatWasKnown;
    }

    private <T> T any(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }
  }
}
