package io.clausestream.cli.up;

import io.clausestream.cli.UserMistake;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.pipeline.job.DetectChangesJob;
import io.clausestream.pipeline.job.PrometheusReporter;
import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.pipeline.options.MetricsOptions;
import io.clausestream.pipeline.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * The main job on a cluster of its own, going on from the newest complete checkpoint of the data
 * folder. Whoever starts it closes it, which takes a last checkpoint.
 */
final class Engine implements AutoCloseable {

  private final LocalCluster cluster;
  private final RunningJob job;
  private final Optional<Path> restored;
  private final Configuration configuration;

  private Engine(
      LocalCluster cluster, RunningJob job, Optional<Path> restored, Configuration configuration) {
    this.cluster = cluster;
    this.job = job;
    this.restored = restored;
    this.configuration = configuration;
  }

  /**
   * Starts cluster and job.
   *
   * @param metrics port that shows all metrics of the process; empty when none does
   * @throws UserMistake when the port is in use, a setting is wrong, or there were checkpoints and
   *     none is complete
   */
  static Engine start(
      DataFolder folder,
      KafkaConnection broker,
      int webPort,
      Settings settings,
      OptionalInt metrics)
      throws Exception {
    Optional<Path> checkpoint = newest(folder);
    Configuration configuration = configuration(broker, settings, metrics);
    checkpoint.ifPresent(path -> restore(configuration, path));
    JobGraph graph = graph(configuration);
    LocalCluster cluster =
        LocalCluster.start(
            webPort,
            configuration.get(CoreOptions.DEFAULT_PARALLELISM),
            folder.scratch(),
            PrometheusReporter.addTo(configuration));
    try {
      return new Engine(cluster, cluster.submit(graph), checkpoint, configuration);
    } catch (Exception e) {
      cluster.close();
      throw e;
    }
  }

  URI webUrl() {
    return cluster.webUrl();
  }

  /** The port at which its own reporter shows its metrics; empty when there is none. */
  OptionalInt reporterPort() {
    return configuration
        .getOptional(MetricsOptions.PROMETHEUS_PORT)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** The checkpoint that it went on from; empty when it began anew. */
  Optional<Path> restored() {
    return restored;
  }

  /** Why the job ended by itself; empty while it runs. */
  Optional<Throwable> failure() {
    return job.failure();
  }

  @Override
  public void close() {
    try {
      job.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      cluster.close();
    }
  }

  private static Optional<Path> newest(DataFolder folder) {
    CheckpointFinder.Found found =
        new CheckpointFinder(folder.checkpoints(), Engine.class.getClassLoader()).find();
    if (found.newest().isEmpty() && !found.broken().isEmpty()) {
      throw new UserMistake(
          "No checkpoint in '"
              + folder.checkpoints()
              + "' is complete, not even '"
              + found.broken().get(0).getFileName()
              + "': restore the data folder from a copy, or begin anew with another --data-dir.");
    }
    return found.newest();
  }

  private static JobGraph graph(Configuration configuration) {
    StreamExecutionEnvironment env = new StreamExecutionEnvironment(configuration);
    try {
      DetectChangesJob.check(configuration);
      DetectChangesJob.define(env, configuration);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
    StreamGraph graph = env.getStreamGraph();
    graph.setJobName(DetectChangesJob.NAME);
    return graph.getJobGraph();
  }

  private static Configuration configuration(
      KafkaConnection broker, Settings settings, OptionalInt metrics) {
    Configuration configuration = settings.configuration();
    configuration.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    // The port that was asked for shows more than the job's metrics.
    metrics.ifPresent(
        port -> configuration.set(MetricsOptions.PROMETHEUS_PORT, MetricsPort.freeBeside(port)));
    return configuration;
  }

  private static void restore(Configuration configuration, Path checkpoint) {
    configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, UpSettings.location(checkpoint));
    configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
  }
}
