package io.clausestream.pipeline.operator;

import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.DigestTime;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.core.subscription.Terms;
import io.clausestream.core.subscription.Timeline;
import io.clausestream.pipeline.wire.ChangeFactsMapper;
import io.clausestream.schema.PageChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Random terms, changes and corrections, and who is to be told of what.
 *
 * @param terms terms by subscriber, in the order of their offsets
 * @param changes changes by platform, in the order of the platform
 * @param corrected names of the changes that are corrected
 */
record AlertScenario(
    Map<String, List<Subscription>> terms,
    Map<String, List<PageChange>> changes,
    Set<String> corrected) {

  static final Instant BEGIN = Instant.parse("2026-03-02T06:00:00Z");

  /** Less than for how long a change and its terms wait for each other. */
  static final Duration LENGTH = Duration.ofHours(40);

  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  private static final List<String> PLATFORMS = List.of("Marrowby", "Quillstead", "Tarnholm");

  static AlertScenario random(Random random) {
    Map<String, List<Subscription>> terms = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      List<Subscription> all = new ArrayList<>();
      Instant from = instant(random, LENGTH.dividedBy(2));
      for (int j = random.nextInt(5); j >= 0; j--) {
        all.add(AlertSamples.subscription("s" + i, from, terms(random), random.nextInt(5) > 0));
        // Terms may hold from before those that they follow.
        Duration step = Duration.ofMillis(1 + random.nextInt(50_000_000));
        from = random.nextInt(3) == 0 ? from.minus(step.dividedBy(2)) : from.plus(step);
      }
      terms.put("s" + i, all);
    }
    Map<String, List<PageChange>> changes = new HashMap<>();
    Set<String> corrected = new TreeSet<>();
    for (int i = 0; i < 20; i++) {
      String platform = PLATFORMS.get(random.nextInt(PLATFORMS.size()));
      changes.computeIfAbsent(platform, none -> new ArrayList<>()).add(change(i, platform, random));
      if (random.nextInt(5) == 0) {
        corrected.add("c" + i);
      }
    }
    changes.values().forEach(all -> all.sort(Comparator.comparing(PageChange::getDetectedAt)));
    return new AlertScenario(terms, changes, corrected);
  }

  private static PageChange change(int number, String platform, Random random) {
    return AlertSamples.change(
        "c" + number,
        platform,
        io.clausestream.schema.Severity.valueOf(severity(random).name()),
        instant(random, LENGTH),
        platform + random.nextInt(3),
        random.nextInt(2) + " days");
  }

  private static Terms terms(Random random) {
    Set<String> platforms = new TreeSet<>();
    for (String platform : PLATFORMS) {
      if (random.nextBoolean()) {
        platforms.add(platform);
      }
    }
    if (platforms.isEmpty() || random.nextInt(4) == 0) {
      platforms.clear();
      platforms.add(Interest.ALL);
    }
    Interest interest =
        new Interest(
            platforms,
            Set.of(),
            random.nextInt(6) == 0 ? Set.of("retention") : Set.of(),
            severity(random),
            random.nextInt(6) == 0 ? Set.of(Direction.PROTECTIVE) : Set.of(),
            random.nextBoolean(),
            Set.of(),
            Set.of());
    Terms.State state = random.nextInt(5) == 0 ? Terms.State.PAUSED : Terms.State.ACTIVE;
    return new Terms("monitor", state, interest, List.of(), "en", DigestTime.DEFAULT);
  }

  private static Severity severity(Random random) {
    return SEVERITIES.get(random.nextInt(SEVERITIES.size()));
  }

  private static Instant instant(Random random, Duration within) {
    return BEGIN.plusMillis((long) (random.nextDouble() * within.toMillis()));
  }

  /** Ids of the alerts that there are, by all terms, in whatever order they came. */
  Set<String> alerts() {
    Set<String> alerts = new TreeSet<>();
    terms.forEach(
        (subscriber, all) ->
            changes.values().stream()
                .flatMap(List::stream)
                .filter(change -> isTold(all, change))
                .forEach(change -> alerts.add(ContentId.alert(change.getChangeId(), subscriber))));
    return alerts;
  }

  /** Ids of the alerts that take those back. */
  Set<String> retractions() {
    Set<String> all = alerts();
    Set<String> retractions = new TreeSet<>();
    for (String subscriber : terms.keySet()) {
      for (String name : corrected) {
        String alert = ContentId.alert(AlertSamples.id(name), subscriber);
        if (all.contains(alert)) {
          retractions.add(ContentId.retraction(alert));
        }
      }
    }
    return retractions;
  }

  /** Whether terms, the last of which is in force where it has begun, tell of a change. */
  static boolean isTold(List<Subscription> terms, PageChange change) {
    Timeline<Subscription> timeline = Timeline.empty();
    for (Subscription next : terms) {
      timeline = timeline.then(next.validFrom(), next);
    }
    return timeline
        .at(change.getDetectedAt())
        .filter(Subscription::alerts)
        .filter(one -> one.matches(ChangeFactsMapper.toCore(change), change.getDetectedAt()))
        .isPresent();
  }

  String platformOf(String changeName) {
    return changes.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().stream()
                    .anyMatch(one -> one.getChangeId().equals(AlertSamples.id(changeName))))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new AssertionError(Objects.requireNonNull(changeName)));
  }
}
