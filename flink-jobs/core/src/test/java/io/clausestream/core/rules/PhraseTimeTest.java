package io.clausestream.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Phrases are found in a time that grows with the text, whatever phrase and text are. */
class PhraseTimeTest {

  private static final int WORDS = 2_000;
  private static final int TIMES = 8;
  private static final int ROUNDS = 7;

  /** What other work on the machine takes does not count. */
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  /** Linear is {@link #TIMES}; quadratic would be its square. */
  private static final double MOST = TIMES * 4.0;

  static Stream<String> phrases() {
    return Stream.of(
        "data",
        "data ... data ... never",
        "data [data] [data] [data] [data] [data] never",
        "(data|dat*|*ata) ... (data|dat*|*ata) never",
        "dat* ... never");
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void eightTimesTheTextTakesAboutEightTimesAsLong(String phrase) {
    PhraseIndex<String> index = PhraseIndex.of(Map.of("m", List.of(Phrase.parse(phrase))));
    Tokens small = text(WORDS);
    Tokens large = text(WORDS * TIMES);
    fastest(index, large);

    double ratio = fastest(index, large) / (double) Math.max(1, fastest(index, small));

    assertThat(ratio).isLessThan(MOST);
    assertThat(index.in(large)).hasSizeLessThanOrEqualTo(WORDS * TIMES);
  }

  private static Tokens text(int words) {
    return Tokens.of(
        IntStream.range(0, words).mapToObj(i -> "data").collect(Collectors.joining(" ")));
  }

  /** The least of several, so that a pause of the machine does not count. */
  private static long fastest(PhraseIndex<String> index, Tokens text) {
    return IntStream.range(0, ROUNDS)
        .mapToLong(
            round -> {
              long begin = THREAD.getCurrentThreadCpuTime();
              index.in(text);
              return THREAD.getCurrentThreadCpuTime() - begin;
            })
        .min()
        .orElseThrow();
  }
}
