package io.clausestream.cli.replay;

import io.clausestream.cli.console.Progress;
import io.clausestream.connector.history.HistorySource;
import io.clausestream.pipeline.job.ConservationLaw;
import io.clausestream.pipeline.job.ReplayHistoryJob;
import io.clausestream.pipeline.operator.CanonicalizeFunction;
import io.clausestream.pipeline.topology.DetectionOptions;
import io.clausestream.pipeline.topology.DetectionSink;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the replay job on a cluster in this JVM that ends with it. */
final class ReplayRun {

  private static final Duration TICK = Duration.ofMillis(250);

  private final HistorySource source;
  private final DetectionSink output;
  private final int parallelism;
  private final DetectionOptions options;

  ReplayRun(HistorySource source, DetectionOptions options, DetectionSink output, int parallelism) {
    this.options = options;
    this.source = source;
    this.output = output;
    this.parallelism = parallelism;
  }

  /** Runs to the end of the history; answers what became of its fetches. */
  ConservationLaw run(Progress progress) throws Exception {
    JobExecutionResult result = execute(progress);
    return Tally.law(result, ReplayHistoryJob.fetchesRead(result));
  }

  /** Runs to the end of the history. */
  JobExecutionResult execute(Progress progress) throws Exception {
    Configuration configuration = configuration();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    ReplayHistoryJob.define(env, configuration, source, options, output);
    return await(env.executeAsync(ReplayHistoryJob.NAME), progress);
  }

  private static JobExecutionResult await(JobClient job, Progress progress)
      throws ExecutionException, InterruptedException {
    CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
    while (true) {
      try {
        return result.get(TICK.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        progress.at(read(job));
      }
    }
  }

  /** How many fetches have been read, as the last heartbeat told it. */
  private static long read(JobClient job) throws InterruptedException {
    try {
      Object read =
          job.getAccumulators().get(5, TimeUnit.SECONDS).get(CanonicalizeFunction.FETCHES_READ);
      return read instanceof Long count ? count : 0;
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      // The job begins or ends, or the cluster has gone; the next tick knows more.
      return 0;
    }
  }

  private Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128));
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1));
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(10));
    return configuration;
  }
}
