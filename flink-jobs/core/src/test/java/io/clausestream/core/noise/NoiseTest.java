package io.clausestream.core.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How the engine takes noise that was made up before anybody read it: one site of each kind, alone
 * and with siblings by turns. {@link NoiseTableTest} runs all.
 */
class NoiseTest {

  /** A few above what the engine as it is lets through; one alert more is no reason to fail. */
  private static final int MOST_A = 106;

  private static final int MOST_B = 68;

  private static List<Outcome> outcomes = List.of();

  @BeforeAll
  static void run() {
    List<Noise> kinds = Kinds.all();
    outcomes =
        IntStream.range(0, kinds.size())
            .parallel()
            .mapToObj(i -> NoiseTable.of(kinds.get(i), i % Document.all().size(), i, i % 4 > 1))
            .toList();
  }

  @Test
  void noEditIsMissed() {
    assertThat(NoiseTable.missed(outcomes)).as(NoiseTable.details(outcomes).toString()).isZero();
  }

  @Test
  void falseAlarmsAreNotMoreThanThoseThatWereCounted() {
    assertThat(NoiseTable.falseAlarms(half("a"))).isLessThanOrEqualTo(MOST_A);
    assertThat(NoiseTable.falseAlarms(half("b"))).isLessThanOrEqualTo(MOST_B);
  }

  @Test
  void bothHalvesAreOfOneSizeAndNoKindIsNamedTwice() {
    assertThat(half("a")).hasSameSizeAs(half("b"));
    assertThat(Kinds.all()).extracting(Noise::name).doesNotHaveDuplicates();
  }

  private static List<Outcome> half(String half) {
    return outcomes.stream().filter(o -> Kinds.half(o.site().noise()).equals(half)).toList();
  }
}
