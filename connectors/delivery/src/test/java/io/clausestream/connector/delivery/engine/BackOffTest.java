package io.clausestream.connector.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          40,
          Duration.ofDays(3));

  private final BackOff backOff = new BackOff(POLICY, new Random(7));

  @Test
  void waitsAnythingUpToABoundThatDoubles() {
    assertThat(longestOf(1_000, 1)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
    assertThat(longestOf(1_000, 2)).isBetween(Duration.ofSeconds(19), Duration.ofSeconds(20));
    assertThat(longestOf(1_000, 4)).isBetween(Duration.ofSeconds(76), Duration.ofSeconds(80));
    assertThat(shortestOf(1_000, 4)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void neverWaitsLongerThanTheLongest() {
    assertThat(longestOf(1_000, 10)).isBetween(Duration.ofSeconds(290), Duration.ofMinutes(5));
    assertThat(longestOf(1_000, Integer.MAX_VALUE)).isLessThanOrEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void waitsAtLeastAsLongAsAskedForWithinABound() {
    assertThat(backOff.after(1, Optional.of(Duration.ofMinutes(20))))
        .isEqualTo(Duration.ofMinutes(20));
    assertThat(backOff.after(1, Optional.of(Duration.ofDays(365)))).isEqualTo(Duration.ofHours(1));
    assertThat(backOff.after(1, Optional.of(Duration.ofSeconds(-5))).isNegative()).isFalse();
  }

  @Test
  void refusesWhatCouldNotWork() {
    assertThatThrownBy(
            () ->
                new RetryPolicy(
                    Duration.ZERO, Duration.ofHours(1), Duration.ZERO, 1, Duration.ofDays(1)))
        .hasMessageContaining("0 < first <= longest");
    assertThatThrownBy(
            () ->
                new RetryPolicy(
                    Duration.ofHours(1), Duration.ofHours(1), Duration.ZERO, 0, Duration.ofDays(1)))
        .hasMessageContaining("at least one attempt");
    assertThatThrownBy(() -> EngineLimits.defaults().withWorkers(3, 2))
        .hasMessageContaining("one slow target delays the others");
    assertThatThrownBy(() -> EngineLimits.defaults().withMaxInFlight(24))
        .hasMessageContaining("must be above that of 24 workers");
  }

  private Duration longestOf(int samples, int attempts) {
    return IntStream.range(0, samples)
        .mapToObj(i -> backOff.after(attempts, Optional.empty()))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  private Duration shortestOf(int samples, int attempts) {
    return IntStream.range(0, samples)
        .mapToObj(i -> backOff.after(attempts, Optional.empty()))
        .min(Duration::compareTo)
        .orElseThrow();
  }
}
