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
   * Kills until it is seen to have hit, and leaves them dead then ({@link #startAll}).
   *
   * @return whether it has
   */
  boolean untilHit() throws Exception {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (once()) {
        return true;
      }
      startAll();
      rig.await("the loss to be noticed", () -> !rig.rest().isRunning(rig.jobId()));
      rig.awaitRunning();
    }
    return false;
  }

  private boolean once() throws Exception {
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

  /** Starts again what was killed. */
  void startAll() {
    rig.cluster().taskManagers().forEach(ClusterProcess::start);
  }
}
