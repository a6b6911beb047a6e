package io.clausestream.cluster;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * A standalone Flink cluster: a JobManager and TaskManagers, each a process of its own, on
 * 127.0.0.1. Each can be ended and started again, as a machine that fails does. Whoever starts it
 * closes it; should that not happen, the next start on the same folder ends what is left. Not for
 * several threads.
 */
public final class FlinkCluster implements AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(15);

  private final ClusterSpec spec;
  private final ClusterPrograms programs;
  private final ClusterRest rest;
  private final @Nullable ClusterProcess zooKeeper;
  private final ClusterProcess jobManager;
  private final List<ClusterProcess> taskManagers;

  private FlinkCluster(ClusterSpec spec, ClusterPorts ports, Configuration conf)
      throws IOException {
    this.spec = spec;
    this.programs = new ClusterPrograms(spec, conf);
    this.rest = new ClusterRest(URI.create("http://" + ClusterConfig.HOST + ":" + ports.web()));
    this.zooKeeper = spec.highAvailability() ? programs.zooKeeper(ports.zooKeeper()) : null;
    this.jobManager = programs.jobManager();
    this.taskManagers =
        IntStream.rangeClosed(1, spec.taskManagers()).mapToObj(programs::taskManager).toList();
  }

  /**
   * Starts all processes; does not wait until they serve ({@link #awaitTaskManagers}). A cluster
   * that was left on the folder is ended.
   */
  public static FlinkCluster start(ClusterSpec spec) throws IOException, InterruptedException {
    LeftProcesses.of(spec.folder()).end(name -> !name.equals(BrokerServer.NAME));
    spec.folder().prepare();
    ClusterPorts ports = ClusterPorts.of(spec.webPort());
    Configuration conf = ClusterConfig.of(spec, ports);
    ClusterConfig.write(conf, spec.folder());
    FlinkCluster cluster = new FlinkCluster(spec, ports, conf);
    try {
      cluster.processes().forEach(ClusterProcess::start);
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** What the cluster is asked and told over HTTP. */
  public ClusterRest rest() {
    return rest;
  }

  /** Where its files are. */
  public ClusterFolder folder() {
    return spec.folder();
  }

  /** The JobManager. */
  public ClusterProcess jobManager() {
    return jobManager;
  }

  /** The TaskManagers. */
  public List<ClusterProcess> taskManagers() {
    return taskManagers;
  }

  /** What lets a new JobManager go on; empty without high availability. */
  public Optional<ClusterProcess> zooKeeper() {
    return Optional.ofNullable(zooKeeper);
  }

  /** All processes, in the order in which they start. */
  public List<ClusterProcess> processes() {
    List<ClusterProcess> all = new ArrayList<>();
    zooKeeper().ifPresent(all::add);
    all.add(jobManager);
    all.addAll(taskManagers);
    return all;
  }

  /**
   * Waits until every TaskManager has registered.
   *
   * @throws IllegalStateException when a process ended, or time is up; names the log
   */
  public void awaitTaskManagers(Duration limit) throws InterruptedException {
    Waiting.until(
        limit,
        "the TaskManagers to register, see '" + spec.folder().logs() + "'",
        () -> {
          checkAlive();
          return rest.taskManagers() >= spec.taskManagers();
        });
  }

  /** Sends the job jar as {@code flink run} does. */
  public JobSubmission submission() {
    return new JobSubmission(programs, spec);
  }

  private void checkAlive() {
    for (ClusterProcess process : processes()) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "%s ended with code %d; see %s"
                .formatted(process.name(), process.exitCode(), process.traces()));
      }
    }
  }

  /** Ends all processes in order: those who work, who leads them, who remembers. */
  @Override
  public void close() {
    List<ClusterProcess> last = new ArrayList<>(taskManagers);
    last.add(jobManager);
    zooKeeper().ifPresent(last::add);
    try {
      for (ClusterProcess process : last) {
        process.stop(STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
