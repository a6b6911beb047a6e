package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.clausestream.connector.history.Archive;
import io.clausestream.connector.history.Archives;
import io.clausestream.connector.history.CaptureFilter;
import io.clausestream.connector.history.CaptureIterator;
import io.clausestream.connector.history.HistorySource;
import io.clausestream.core.ChangeDetector;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.pipeline.job.ReplayHistoryJob;
import io.clausestream.pipeline.topology.DetectionOptions;
import io.clausestream.pipeline.wire.FetchedPageMapper;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures a replay beside bare parsing of the same pages, in one JVM. Prints; asserts no time.
 * Runs in the profile "bench", on the archive that {@code -Dclausestream.archive=PATH} names.
 */
@Tag("bench")
class ReplayBenchITCase {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final ChangeDetector detector = new ChangeDetector(ShippedRules.get());

  @FunctionalInterface
  private interface Work {
    void on(FetchedPage page, byte[] body) throws IOException, RejectedPageException;
  }

  @Test
  void replayBesideBareParsing() throws Exception {
    Path path = BenchArchive.path();
    try (Archive archive = Archives.open(path)) {
      long pages = archive.counts().captures();
      System.out.printf("%s: %,d captures%n", path.getFileName(), pages);
      each(archive, "warm-up: Jsoup.parse", ReplayBenchITCase::parse);
      double parse = each(archive, "Jsoup.parse", ReplayBenchITCase::parse);
      double canonical = each(archive, "canonicalize", this::canonicalize);
      System.out.printf("canonicalize / Jsoup.parse: %.2f%n", canonical / parse);
      each(archive, "reading alone", (page, body) -> {});
      for (int parallelism : new int[] {1, 2}) {
        double job = replay(path, parallelism, pages);
        System.out.printf(
            "(replay - reading) / Jsoup.parse: %.2f%n", (job - processCpuOfReading) / parse);
      }
    }
  }

  private double processCpuOfReading;

  private static void parse(FetchedPage page, byte[] body) throws IOException {
    if (!"application/pdf".equals(page.getContentType())) {
      Jsoup.parse(new ByteArrayInputStream(body), null, "https://example.org/");
    }
  }

  private void canonicalize(FetchedPage page, byte[] body) throws RejectedPageException {
    detector.canonicalize(
        FetchedPageMapper.toCore(page, page.getPlatform().getBytes(StandardCharsets.UTF_8), null));
  }

  /** Thread CPU seconds of the work alone, over all pages of the archive. */
  private double each(Archive archive, String what, Work work) throws Exception {
    resetPeaks();
    long cpuBefore = PROCESS.getProcessCpuTime();
    long wallBefore = System.nanoTime();
    long spent = 0;
    long bytes = 0;
    long pages = 0;
    try (CaptureIterator captures = archive.captures(CaptureFilter.ALL, Origin.REPLAY)) {
      while (captures.hasNext()) {
        FetchedPage page = captures.next();
        byte[] body = page.getBody().array();
        long before = THREADS.getCurrentThreadCpuTime();
        work.on(page, body);
        spent += THREADS.getCurrentThreadCpuTime() - before;
        bytes += body.length;
        pages++;
      }
    }
    processCpuOfReading = seconds(PROCESS.getProcessCpuTime() - cpuBefore);
    System.out.printf(
        "%-22s %6.2f ms CPU a page, %5.0f MB/s of it; with reading %6.1f s wall, %6.1f s CPU;"
            + " peak heap %,d MB%n",
        what,
        spent / 1e6 / pages,
        bytes / 1e6 / Math.max(1e-9, spent / 1e9),
        seconds(System.nanoTime() - wallBefore),
        processCpuOfReading,
        peakHeap());
    return seconds(spent);
  }

  /** Process CPU seconds of a whole replay. */
  private static double replay(Path path, int parallelism, long pages) throws Exception {
    resetPeaks();
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
    ReplayHistoryJob.define(
        env,
        new Configuration(),
        HistorySource.builder(path).build(),
        DetectionOptions.DEFAULT,
        streams -> streams.changes().sinkTo(new DiscardingSink<>()));
    long cpuBefore = PROCESS.getProcessCpuTime();
    long wallBefore = System.nanoTime();
    assertThat(ReplayHistoryJob.fetchesRead(env.execute())).isEqualTo(pages);
    double wall = seconds(System.nanoTime() - wallBefore);
    double cpu = seconds(PROCESS.getProcessCpuTime() - cpuBefore);
    System.out.printf(
        "replay, parallelism %d   %6.2f ms CPU a page, %,6.0f pages/s, %6.1f s wall, %6.1f s CPU;"
            + " peak heap %,d MB%n",
        parallelism, cpu * 1e3 / pages, pages / wall, wall, cpu, peakHeap());
    return cpu;
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  private static void resetPeaks() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
