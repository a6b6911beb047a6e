package io.clausestream.cluster;

import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;

/**
 * What a cluster shall be.
 *
 * @param home Flink's jars
 * @param folder where it keeps what matters while it runs
 * @param webPort port of Flink's web pages on 127.0.0.1; 0: any free one
 * @param taskManagers how many
 * @param slots of each TaskManager
 * @param highAvailability whether a ZooKeeper beside it lets a new JobManager go on with its jobs
 * @param more settings of Flink, which win over those that it would have
 */
public record ClusterSpec(
    FlinkHome home,
    ClusterFolder folder,
    int webPort,
    int taskManagers,
    int slots,
    boolean highAvailability,
    Configuration more) {

  /** Two TaskManagers of one slot, any port, no ZooKeeper. */
  public static ClusterSpec of(FlinkHome home, Path folder) {
    return new ClusterSpec(home, new ClusterFolder(folder), 0, 2, 1, false, new Configuration());
  }

  /** The same with so many TaskManagers and slots of each. */
  public ClusterSpec withTaskManagers(int count, int slotsOfEach) {
    return new ClusterSpec(home, folder, webPort, count, slotsOfEach, highAvailability, more);
  }

  /** The same with its web pages at a port. */
  public ClusterSpec withWebPort(int port) {
    return new ClusterSpec(home, folder, port, taskManagers, slots, highAvailability, more);
  }

  /** The same with ZooKeeper. */
  public ClusterSpec withHighAvailability(boolean wanted) {
    return new ClusterSpec(home, folder, webPort, taskManagers, slots, wanted, more);
  }

  /** The same with further settings of Flink. */
  public ClusterSpec with(Configuration further) {
    Configuration all = new Configuration(more);
    all.addAll(further);
    return new ClusterSpec(home, folder, webPort, taskManagers, slots, highAvailability, all);
  }

  /** How many subtasks of an operator can run. */
  public int parallelism() {
    return taskManagers * slots;
  }
}
