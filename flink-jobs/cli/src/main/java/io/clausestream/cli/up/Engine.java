package io.clausestream.cli.up;

import io.clausestream.cli.UserMistake;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.pipeline.job.DetectChangesJob;
import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.pipeline.options.SubscriptionOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
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

  /** Alerts show when a checkpoint is complete, so this is how long one waits for them. */
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);

  private final LocalCluster cluster;
  private final RunningJob job;
  private final Optional<Path> restored;

  private Engine(LocalCluster cluster, RunningJob job, Optional<Path> restored) {
    this.cluster = cluster;
    this.job = job;
    this.restored = restored;
  }

  /**
   * Starts cluster and job.
   *
   * @throws UserMistake when the port is in use, the subscriptions are wrong, or there were
   *     checkpoints and none is complete
   */
  static Engine start(DataFolder folder, KafkaConnection broker, int webPort, int parallelism)
      throws Exception {
    Optional<Path> checkpoint = newest(folder);
    Configuration configuration = configuration(folder, broker, parallelism);
    checkpoint.ifPresent(path -> restore(configuration, path));
    JobGraph graph = graph(configuration);
    LocalCluster cluster = LocalCluster.start(webPort, parallelism, folder.scratch());
    try {
      return new Engine(cluster, cluster.submit(graph), checkpoint);
    } catch (Exception e) {
      cluster.close();
      throw e;
    }
  }

  URI webUrl() {
    return cluster.webUrl();
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
      DataFolder folder, KafkaConnection broker, int parallelism) throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    configuration.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    configuration.set(SubscriptionOptions.FILE, folder.subscriptions().toString());
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.checkpoints().toUri().toString());
    return configuration;
  }

  private static void restore(Configuration configuration, Path checkpoint) {
    configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
    configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
  }
}
