package io.clausestream.connector.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.schema.FetchedPage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistorySourceITCase {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final int DAYS = 60;
  private static final AtomicBoolean FAILED = new AtomicBoolean();

  @TempDir private static Path folder;

  @BeforeAll
  static void writeThreePlatformsOfDifferentSize() throws Exception {
    try (SnapshotRepository git = new SnapshotRepository(folder)) {
      Instant day = Instant.parse("2026-01-01T00:00:00Z");
      for (int i = 0; i < DAYS; i++) {
        git.put("Alder/Terms.html", "a" + i).put("Alder/Privacy.html", "b" + i);
        git.put("Birch/Terms.html", "c" + i / 2).put("Cedar/Terms.html", "d" + i / 10);
        git.commit(day.plusSeconds(i * 86_400L).toString(), "");
      }
    }
  }

  private static DataStream<FetchedPage> pages(int parallelism, Configuration configuration) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(parallelism);
    return env.fromSource(
        HistorySource.builder(folder).build(),
        WatermarkStrategy.noWatermarks(),
        "history",
        TypeInformation.of(FetchedPage.class));
  }

  @SuppressWarnings("try") // Flink's iterator may be interrupted while it closes.
  private static Map<String, List<String>> byPlatform(DataStream<String> lines) throws Exception {
    Map<String, List<String>> byPlatform = new TreeMap<>();
    try (CloseableIterator<String> all = lines.executeAndCollect()) {
      while (all.hasNext()) {
        String[] parts = all.next().split(" ", 2);
        byPlatform.computeIfAbsent(parts[0], none -> new ArrayList<>()).add(parts[1]);
      }
    }
    return byPlatform;
  }

  private static void assertAllInOrder(Map<String, List<String>> byPlatform) {
    assertThat(byPlatform).containsOnlyKeys("Alder", "Birch", "Cedar");
    assertThat(byPlatform.get("Alder")).hasSize(2 * DAYS).isSorted().doesNotHaveDuplicates();
    assertThat(byPlatform.get("Birch")).hasSize(DAYS / 2).isSorted().doesNotHaveDuplicates();
    assertThat(byPlatform.get("Cedar")).hasSize(DAYS / 10).isSorted().doesNotHaveDuplicates();
  }

  private static String line(FetchedPage page) {
    return page.getPlatform() + " " + page.getFetchedAt() + " " + page.getDocumentId();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theOrderInsideAPlatformHoldsAtAnyParallelism(int parallelism) throws Exception {
    Configuration strict = new Configuration();
    strict.setString("pipeline.generic-types", "false");
    DataStream<String> lines =
        pages(parallelism, strict).map(HistorySourceITCase::line).returns(Types.STRING);
    assertAllInOrder(byPlatform(lines));
  }

  @Test
  void aRestartAfterACheckpointGoesOnWhereItWas() throws Exception {
    Configuration restarting = new Configuration();
    restarting.setString("execution.checkpointing.interval", "50 ms");
    restarting.setString("restart-strategy.type", "fixed-delay");
    restarting.setString("restart-strategy.fixed-delay.attempts", "3");
    restarting.setString("restart-strategy.fixed-delay.delay", "10 ms");
    FAILED.set(false);
    DataStream<String> lines = pages(2, restarting).map(new FailOnce()).returns(Types.STRING);
    assertAllInOrder(byPlatform(lines));
    assertThat(FAILED).isTrue();
  }

  /** Slow, so that checkpoints happen, and fails in the middle, once in this JVM. */
  private static final class FailOnce implements MapFunction<FetchedPage, String> {

    private static final Instant MIDDLE = Instant.parse("2026-02-10T00:00:00Z");

    @Override
    public String map(FetchedPage page) throws InterruptedException {
      Thread.sleep(10);
      if (!page.getFetchedAt().isBefore(MIDDLE) && FAILED.compareAndSet(false, true)) {
        throw new IllegalStateException("This failure is part of the test.");
      }
      return line(page);
    }
  }
}
