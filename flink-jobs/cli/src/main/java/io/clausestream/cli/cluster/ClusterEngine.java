package io.clausestream.cli.cluster;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.up.CheckpointFinder;
import io.clausestream.cli.up.DataFolder;
import io.clausestream.cli.up.RunningEngine;
import io.clausestream.cli.up.UpSettings;
import io.clausestream.cluster.ClusterProcess;
import io.clausestream.cluster.ClusterSpec;
import io.clausestream.cluster.FlinkCluster;
import io.clausestream.cluster.JobRefusedException;
import io.clausestream.cluster.JobSubmission;
import io.clausestream.cluster.Waiting;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.pipeline.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main job on a standalone cluster that this process started. One thread. */
final class ClusterEngine implements RunningEngine {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterEngine.class);
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration LAST_CHECKPOINT = Duration.ofSeconds(20);
  private static final Duration END = Duration.ofSeconds(20);

  private final DataFolder folder;
  private final FlinkCluster cluster;
  private final Supervisor supervisor;
  private final List<String> arguments;
  private final Optional<Path> restored;
  private String jobId;

  private ClusterEngine(
      DataFolder folder, FlinkCluster cluster, Supervisor supervisor, List<String> arguments)
      throws IOException, InterruptedException {
    this.folder = folder;
    this.cluster = cluster;
    this.supervisor = supervisor;
    this.arguments = arguments;
    this.restored = CheckpointFinder.newest(folder.checkpoints());
    this.jobId = submit(restored);
  }

  /**
   * Starts cluster and job.
   *
   * @throws UserMistake when the job refuses to start; says why
   */
  static ClusterEngine start(
      DataFolder folder,
      KafkaConnection broker,
      ClusterSpec spec,
      Settings settings,
      Supervisor supervisor)
      throws IOException, InterruptedException {
    ClusterSettings divided = ClusterSettings.of(settings, spec, broker);
    FlinkCluster cluster = FlinkCluster.start(spec.with(divided.ofCluster()));
    try {
      cluster.awaitTaskManagers(START);
      ClusterEngine engine = new ClusterEngine(folder, cluster, supervisor, divided.arguments());
      cluster.processes().forEach(supervisor::watch);
      return engine;
    } catch (IllegalStateException e) {
      cluster.close();
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    } catch (IOException | InterruptedException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  @Override
  public URI webUrl() {
    return cluster.rest().webUrl();
  }

  @Override
  public OptionalInt reporterPort() {
    return OptionalInt.empty();
  }

  @Override
  public Optional<Path> restored() {
    return restored;
  }

  @Override
  public Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("logs", cluster.folder().logs().toString());
    for (ClusterProcess process : cluster.processes()) {
      places.put(process.name(), "process " + process.pid());
    }
    return places;
  }

  /** Starts again what ended; without ZooKeeper the job, too, when its JobManager ended. */
  @Override
  public Optional<Throwable> failure() {
    try {
      List<ClusterProcess> started = supervisor.check();
      if (started.contains(cluster.jobManager()) && cluster.zooKeeper().isEmpty()) {
        awaitTaskManagers();
        jobId = submit(CheckpointFinder.newest(folder.checkpoints()));
      }
      return cluster
          .rest()
          .status(jobId)
          .filter(status -> status.equals("FAILED") || status.equals("CANCELED"))
          .map(
              status ->
                  new IllegalStateException(
                      cluster.rest().failure(jobId).orElse("the job is " + status)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(e);
    } catch (IOException | RuntimeException e) {
      return Optional.of(e);
    }
  }

  /** Under supervision: another process may end meanwhile. */
  private void awaitTaskManagers() throws InterruptedException {
    Waiting.until(
        START,
        "the TaskManagers to register, see '" + cluster.folder().logs() + "'",
        () -> {
          supervisor.check();
          return cluster.rest().taskManagers() >= cluster.taskManagers().size();
        });
  }

  @Override
  public void close() {
    supervisor.leave(cluster.processes());
    try (cluster) {
      if (!cluster.rest().checkpoint(jobId, LAST_CHECKPOINT)) {
        // Made good by the next start, from the checkpoint before.
        LOG.warn("The job took no last checkpoint within {}", LAST_CHECKPOINT);
      }
      cluster.rest().cancel(jobId);
      Waiting.until(
          END,
          "the job to end",
          () -> cluster.rest().status(jobId).map(s -> s.equals("CANCELED")).orElse(true));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      LOG.warn("The job did not end in order", e);
    }
  }

  private String submit(Optional<Path> checkpoint) throws IOException, InterruptedException {
    JobSubmission submission = cluster.submission();
    checkpoint.map(UpSettings::location).ifPresent(submission::from);
    try {
      return submission.run(arguments);
    } catch (JobRefusedException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
  }
}
