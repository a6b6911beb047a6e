package io.clausestream.pipeline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures matching with checkpoints every 10 s. Prints; asserts no time. Runs in the profile
 * "bench"; {@code -Dclausestream.subscribers=N} sets how many subscribers there are.
 */
@Tag("bench")
class AlertBenchITCase {

  private static final int SUBSCRIBERS = Integer.getInteger("clausestream.subscribers", 100_000);

  @TempDir private Path folder;
  private final Set<Long> seen = new HashSet<>();
  private MiniCluster cluster;

  @BeforeEach
  void start() throws Exception {
    Configuration conf = new Configuration();
    conf.set(WebOptions.CHECKPOINTS_HISTORY_SIZE, 1000);
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(conf)
                .withRandomPorts()
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(AlertBenchJob.SUBTASKS)
                .build());
    cluster.start();
  }

  @AfterEach
  void stop() throws Exception {
    cluster.close();
  }

  /** Terms come after one change; then five changes that all are told of. */
  @Test
  void manySubscribersOfOnePlatform() throws Exception {
    JobClient job = AlertBenchJob.start(cluster, folder, SUBSCRIBERS, Duration.ofSeconds(1), 1);
    AlertBenchJob.release(1);
    phase(job, "terms, and one change that came before them", 1);
    AlertBenchJob.release(5);
    phase(job, "5 changes", 1);
    job.cancel().get();
  }

  /** Changes and their time go on while the terms are read; then three days pass. */
  @Test
  void aColdStartWhileTimeMoves() throws Exception {
    int everyNth = 100;
    JobClient job =
        AlertBenchJob.start(cluster, folder, SUBSCRIBERS, Duration.ofMinutes(5), everyNth);
    AlertBenchJob.release(500);
    phase(job, "cold start: terms, and 500 changes of 42 hours, 5 told to all", everyNth);
    AlertBenchJob.release(900);
    phase(job, "900 changes of 75 hours, 9 told to all", everyNth);
    job.cancel().get();
  }

  /** Waits until all are told of all, and says what it took. */
  private void phase(JobClient job, String what, int everyNth) throws Exception {
    long[] before = AlertBenchJob.alerts();
    long expected = AlertBenchJob.expected(SUBSCRIBERS, everyNth);
    long begin = System.nanoTime();
    while (Arrays.stream(AlertBenchJob.alerts()).sum() < expected) {
      assertThat(job.getJobStatus().get().isGloballyTerminalState()).isFalse();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    checkpoints(job);
    long[] after = AlertBenchJob.alerts();
    assertThat(Arrays.stream(after).sum()).isEqualTo(expected);
    for (int i = 0; i < after.length; i++) {
      after[i] -= before[i];
    }
    long alerts = Arrays.stream(after).sum();
    say(
        "%s (%,d subscribers x %d): %,d alerts in %.1f s, %,.0f a second",
        what, SUBSCRIBERS, AlertBenchJob.WATCHED, alerts, seconds, alerts / seconds);
    say(
        "  alerts by subtask %s, most / mean %.3f",
        Arrays.toString(after), Arrays.stream(after).max().orElseThrow() * 4.0 / alerts);
  }

  /** The checkpoints since the last phase, up to the first that holds all that was told. */
  private void checkpoints(JobClient job) throws Exception {
    long told = System.currentTimeMillis();
    while (completed(job).stream().noneMatch(one -> one.getTriggerTimestamp() > told)) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
    List<CompletedCheckpointStats> fresh =
        completed(job).stream()
            .filter(one -> seen.add(one.getCheckpointId()))
            .sorted(Comparator.comparing(CompletedCheckpointStats::getCheckpointId))
            .toList();
    for (CompletedCheckpointStats one : fresh) {
      say(
          "  checkpoint %d: %,d ms, %,d KiB new, %,d KiB in all",
          one.getCheckpointId(),
          one.getEndToEndDuration(),
          one.getCheckpointedSize() >> 10,
          one.getStateSize() >> 10);
    }
  }

  private List<CompletedCheckpointStats> completed(JobClient job) throws Exception {
    return cluster
        .getExecutionGraph(job.getJobID())
        .get()
        .getCheckpointStatsSnapshot()
        .getHistory()
        .getCheckpoints()
        .stream()
        .filter(CompletedCheckpointStats.class::isInstance)
        .map(CompletedCheckpointStats.class::cast)
        .toList();
  }

  private static void say(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }
}
