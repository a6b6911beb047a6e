package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.history.Archive;
import io.clausestream.connector.history.Archives;
import io.clausestream.connector.history.CaptureFilter;
import io.clausestream.connector.history.CaptureIterator;
import io.clausestream.core.ChangeDetector;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.change.DocumentTracker;
import io.clausestream.core.change.Finding;
import io.clausestream.core.change.InMemoryPlatformState;
import io.clausestream.core.change.PlatformState;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.severity.CategoryReader;
import io.clausestream.core.severity.Clauses;
import io.clausestream.core.severity.SeverityAssessor;
import io.clausestream.pipeline.wire.FetchedPageMapper;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures what it costs to classify a changed page beside making the same page canonical, in one
 * JVM and one thread, on real changes. Prints; asserts no time. The aim is a fifth; an unchanged
 * page is never classified. Runs in the profile "bench", on the archive that {@code
 * -Dclausestream.archive=PATH} names.
 */
@Tag("bench")
class SeverityBenchITCase {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int MOST_SHOWN = 5;

  /** So many changes warm up and are not counted. */
  private static final int WARM_UP = 30;

  /** So many are measured; the rest of the archive is not read. */
  private static final int MOST = 300;

  /** How often each change is classified: once as it comes, then again for the compiled code. */
  private static final int ROUNDS = 11;

  private final ChangeDetector detector = new ChangeDetector(ShippedRules.get());
  private final SeverityAssessor assessor = new SeverityAssessor(ShippedRules.get());
  private final Clauses clauses = new Clauses(ShippedRules.get());
  private final CategoryReader categories = new CategoryReader(ShippedRules.get());
  private final Map<String, PlatformState> platforms = new HashMap<>();
  private final Map<String, Long> canonicalNanos = new HashMap<>();
  private final List<Cost> costs = new ArrayList<>();

  /** What a changed page cost, in nanoseconds of CPU. */
  private record Cost(String what, long canonicalize, long first, long assess) {

    double ratio() {
      return (double) assess / Math.max(1, canonicalize);
    }

    double firstRatio() {
      return (double) first / Math.max(1, canonicalize);
    }

    String told() {
      return "  %5.2f  %7.2f ms of %7.2f ms  %s"
          .formatted(ratio(), assess / 1e6, canonicalize / 1e6, what);
    }
  }

  @Test
  void classifyingAChangedPageBesideMakingItCanonical() throws Exception {
    Path path = Path.of(System.getProperty("clausestream.archive"));
    long seen = 0;
    try (Archive archive = Archives.open(path);
        CaptureIterator captures = archive.captures(CaptureFilter.ALL, Origin.REPLAY)) {
      while (captures.hasNext() && costs.size() < WARM_UP + MOST) {
        handle(captures.next());
        seen++;
      }
    }
    assertThat(costs).hasSizeGreaterThan(WARM_UP);
    costs.subList(0, WARM_UP).clear();
    print(path, seen);
  }

  private void handle(FetchedPage page) {
    try {
      var fetched =
          FetchedPageMapper.toCore(page, page.getPlatform().getBytes(StandardCharsets.UTF_8), null);
      long before = THREADS.getCurrentThreadCpuTime();
      CanonicalFetch fetch = detector.canonicalize(fetched);
      canonicalNanos.put(page.getFetchId(), THREADS.getCurrentThreadCpuTime() - before);
      PlatformState state =
          platforms.computeIfAbsent(page.getPlatform(), p -> new InMemoryPlatformState());
      DocumentTracker tracker =
          new DocumentTracker(state, clauses::isClause, categories, this::classify);
      tracker.expire(fetch.ref().fetchedAt(), pending -> true);
      tracker.handle(fetch);
    } catch (RejectedPageException e) {
      // A dead letter: neither canonical nor classified.
      canonicalNanos.remove(page.getFetchId());
    }
  }

  private void classify(Finding finding) {
    if (finding instanceof Finding.Changed changed) {
      long[] spent = new long[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        long before = THREADS.getCurrentThreadCpuTime();
        assessor.assess(changed);
        spent[i] = THREADS.getCurrentThreadCpuTime() - before;
      }
      long first = spent[0];
      Arrays.sort(spent);
      String what =
          "%s %s, %d blocks, %d changed in %d provisions"
              .formatted(
                  changed.ref().documentId(),
                  changed.ref().fetchedAt(),
                  changed.after().size(),
                  changed.hunks().size(),
                  changed.provisions().size());
      costs.add(
          new Cost(what, canonicalNanos.get(changed.ref().fetchId()), first, spent[ROUNDS / 2]));
    }
  }

  private void print(Path path, long pages) {
    System.out.printf(
        "%s: %,d captures read, %,d changes measured%n", path.getFileName(), pages, costs.size());
    System.out.println("classifying / canonicalizing a changed page:");
    ratios("compiled code", Cost::ratio, Cost::assess);
    ratios("as it came, the code seldom run before", Cost::firstRatio, Cost::first);
    System.out.printf(
        "CPU of a changed page: canonicalizing %.2f ms, classifying %.2f ms%n",
        sum(Cost::canonicalize) / 1e6 / costs.size(), sum(Cost::assess) / 1e6 / costs.size());
    System.out.println("the dearest:");
    costs.stream()
        .sorted(Comparator.comparingDouble(Cost::ratio).reversed())
        .limit(MOST_SHOWN)
        .forEach(cost -> System.out.println(cost.told()));
  }

  private void ratios(String how, ToDoubleFunction<Cost> ratio, ToDoubleFunction<Cost> cost) {
    double[] ratios = costs.stream().mapToDouble(ratio).sorted().toArray();
    System.out.printf(
        "  %s: median %.2f, p90 %.2f, of the sums %.2f%n",
        how,
        ratios[ratios.length / 2],
        ratios[ratios.length * 9 / 10],
        sum(cost) / sum(Cost::canonicalize));
  }

  private double sum(ToDoubleFunction<Cost> cost) {
    return costs.stream().mapToDouble(cost).sum();
  }
}
