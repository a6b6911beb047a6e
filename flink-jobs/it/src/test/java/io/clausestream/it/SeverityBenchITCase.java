package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures by JMH what it costs to classify changed pages beside making the same pages canonical,
 * on real changes. Prints; asserts no time. The aim is a fifth; an unchanged page is never
 * classified. Runs in the profile "bench", on the archive that {@code -Dclausestream.archive=PATH}
 * names.
 */
@Tag("bench")
class SeverityBenchITCase {

  @Test
  void classifyingChangedPagesBesideMakingThemCanonical() throws Exception {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(SeverityCosts.class.getName())
                    .forks(1)
                    .addProfiler("stack", "lines=2;top=30")
                    .jvmArgsAppend("-D" + BenchArchive.PROPERTY + "=" + BenchArchive.path())
                    .warmupIterations(4)
                    .warmupTime(TimeValue.seconds(5))
                    .measurementIterations(6)
                    .measurementTime(TimeValue.seconds(5))
                    .build())
            .run();

    double canonicalize = score(results, "canonicalize");
    double classify = score(results, "classify");
    System.out.printf(
        "changed pages of the archive: canonicalizing %.1f ms, classifying %.1f ms, ratio %.2f%n",
        canonicalize, classify, classify / canonicalize);
    assertThat(classify).isPositive();
  }

  @Test
  void classifyingEachChangedPageBesideMakingItCanonical() throws Exception {
    Path archive = BenchArchive.path();
    double[] ratios = PageCosts.ratios(ChangedPages.of(archive, SeverityCosts.MOST));

    System.out.printf(
        "each of %d changed pages: ratio at the median %.2f, at 75 %% %.2f, at 90 %% %.2f;"
            + " a fifth or less for %.0f %% of them%n",
        ratios.length,
        ratios[ratios.length / 2],
        ratios[ratios.length * 3 / 4],
        ratios[ratios.length * 9 / 10],
        100.0 * Arrays.stream(ratios).filter(ratio -> ratio <= 0.2).count() / ratios.length);
    assertThat(ratios).isNotEmpty();
  }

  private static double score(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
        .findFirst()
        .orElseThrow()
        .getPrimaryResult()
        .getScore();
  }
}
