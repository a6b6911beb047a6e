package io.clausestream.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

  private static final int HORIZON = 40;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void inForceIsTheLastToComeOfThoseThatHaveBegun(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      List<Integer> begins = random.ints(random.nextInt(8), 0, HORIZON).boxed().toList();
      Timeline<Integer> timeline = Timeline.empty();
      for (int i = 0; i < begins.size(); i++) {
        timeline = timeline.then(at(begins.get(i)), i);
      }
      for (int t = -1; t <= HORIZON; t++) {
        assertThat(timeline.at(at(t))).as("%s at %d", begins, t).isEqualTo(lastBegun(begins, t));
      }
    }
  }

  private static Optional<Integer> lastBegun(List<Integer> begins, int t) {
    Optional<Integer> found = Optional.empty();
    for (int i = 0; i < begins.size(); i++) {
      if (begins.get(i) <= t) {
        found = Optional.of(i);
      }
    }
    return found;
  }

  @Test
  void whatWasReplacedIsForgottenAndWhatHoldsIsNot() {
    Timeline<String> timeline =
        Timeline.<String>empty().then(at(1), "a").then(at(5), "b").then(at(9), "c");

    assertThat(timeline.withoutReplacedAt(at(4))).isEqualTo(timeline);
    assertThat(timeline.withoutReplacedAt(at(5)).at(at(4))).isEmpty();
    assertThat(timeline.withoutReplacedAt(at(5)).at(at(5))).contains("b");
    assertThat(timeline.withoutReplacedAt(at(100)).entries()).hasSize(1);
    assertThat(timeline.firstReplacedAt()).contains(at(5));
    assertThat(timeline.withoutReplacedAt(at(100)).firstReplacedAt()).isEmpty();
  }

  @Test
  void itIsBounded() {
    Timeline<Integer> timeline = Timeline.empty();
    for (int i = 0; i < 1000; i++) {
      timeline = timeline.then(at(i), i);
    }

    List<Integer> kept = new ArrayList<>();
    timeline.entries().forEach(entry -> kept.add(entry.value()));
    assertThat(kept).hasSize(Timeline.MOST).last().isEqualTo(999);
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
