package io.clausestream.it.faults;

import io.clausestream.cluster.ClusterProcess;
import io.clausestream.it.CheckpointStalker;
import io.clausestream.it.OpenTransactions;
import java.time.Instant;

/** Kills all TaskManagers between the completion of a checkpoint and its commit. */
final class CommitKill {

  private static final int MOST_ATTEMPTS = 10;

  private final FaultRig rig;

  CommitKill(FaultRig rig) {
    this.rig = rig;
  }

  /**
   * Kills, and starts them again at once; tries until it is seen to have hit.
   *
   * @return whether it has; the job is then about to start again
   */
  boolean untilHit() throws Exception {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      boolean hit = once();
      startAll();
      if (hit) {
        return true;
      }
      rig.await("the loss to be noticed", () -> !rig.rest().isRunning(rig.jobId()));
      rig.awaitRunning();
    }
    return false;
  }

  /** Kills once, and leaves them dead. */
  boolean once() throws Exception {
    try (OpenTransactions transactions = new OpenTransactions(rig.connection())) {
      long running = Instant.now().toEpochMilli();
      // What was open before may be of the dead.
      rig.await("a transaction to begin", () -> transactions.starts().anyMatch(s -> s > running));
      long begun =
          CheckpointStalker.killWhenComplete(
              rig.cluster().jobManager().pid(),
              rig.checkpoints(),
              rig.cluster().taskManagers().stream().mapToLong(ClusterProcess::pid).toArray());
      for (ClusterProcess process : rig.cluster().taskManagers()) {
        process.kill();
      }
      return transactions.starts().anyMatch(start -> running < start && start < begun);
    }
  }

  void startAll() {
    rig.cluster().taskManagers().forEach(ClusterProcess::start);
  }
}
