package io.clausestream.cli.up;

import io.clausestream.cli.UserMistake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/**
 * A Flink cluster in this JVM, with its web pages on 127.0.0.1. They show and change nothing: no
 * jobs can be sent or stopped there. Whoever starts it closes it.
 */
final class LocalCluster implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final Duration STOP = Duration.ofSeconds(20);

  private final MiniCluster cluster;
  private final URI webUrl;

  private LocalCluster(MiniCluster cluster, URI webUrl) {
    this.cluster = cluster;
    this.webUrl = webUrl;
  }

  /**
   * Starts a cluster.
   *
   * @param webPort port of its web pages; 0 for any free one
   * @param slots how many subtasks of an operator can run
   * @param scratch folder for what matters only while it runs
   * @param given settings that win over those that it would have
   * @throws UserMistake when the port is in use
   */
  static LocalCluster start(int webPort, int slots, Path scratch, Configuration given)
      throws Exception {
    checkFree(webPort);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(webPort, scratch, given))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
    cluster.start();
    return new LocalCluster(cluster, cluster.getRestAddress().get());
  }

  URI webUrl() {
    return webUrl;
  }

  /** Sends a job, and returns when the cluster has it. */
  RunningJob submit(JobGraph job) throws ExecutionException, InterruptedException {
    cluster.submitJob(job).get();
    return new RunningJob(cluster, job.getJobID());
  }

  @Override
  public void close() {
    try {
      cluster.closeAsync().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The cluster did not stop in order", e);
    }
  }

  private static Configuration configuration(int webPort, Path scratch, Configuration given) {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.ADDRESS, HOST);
    configuration.set(RestOptions.BIND_ADDRESS, HOST);
    configuration.set(RestOptions.PORT, webPort);
    configuration.set(RestOptions.BIND_PORT, Integer.toString(webPort));
    configuration.set(JobManagerOptions.ADDRESS, HOST);
    configuration.set(WebOptions.SUBMIT_ENABLE, false);
    configuration.set(WebOptions.CANCEL_ENABLE, false);
    configuration.set(WebOptions.TMP_DIR, scratch.toString());
    configuration.set(CoreOptions.TMP_DIRS, scratch.toString());
    configuration.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(96));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
    // A laptop that slept must not make the parts of one process lose each other.
    configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(10));
    configuration.addAll(given);
    return configuration;
  }

  private static void checkFree(int port) {
    if (port == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
    } catch (IOException e) {
      throw new UserMistake(
          "Port "
              + port
              + " on "
              + HOST
              + " is in use: stop what listens there, or choose another with --web-port.",
          e);
    }
  }
}
