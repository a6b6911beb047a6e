package io.clausestream.cli.up;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job of a {@link LocalCluster}. */
final class RunningJob {

  private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
  private static final Duration LAST_CHECKPOINT = Duration.ofSeconds(10);
  private static final Duration CANCEL = Duration.ofSeconds(15);

  private final MiniCluster cluster;
  private final JobID id;
  private final CompletableFuture<JobResult> result;

  RunningJob(MiniCluster cluster, JobID id) {
    this.cluster = cluster;
    this.id = id;
    this.result = cluster.requestJobResult(id);
  }

  /** Why the job ended by itself; empty while it runs. */
  Optional<Throwable> failure() {
    if (!result.isDone()) {
      return Optional.empty();
    }
    Throwable unknown = new IllegalStateException("The job ended, though its input has no end");
    try {
      return Optional.of(
          result.join().getSerializedThrowable().map(Throwable.class::cast).orElse(unknown));
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  /** Takes a last checkpoint, so that the next start has nothing to do again, and ends the job. */
  void stop() throws InterruptedException {
    if (result.isDone()) {
      return;
    }
    await(cluster.triggerCheckpoint(id), LAST_CHECKPOINT, "take a last checkpoint");
    await(cluster.cancelJob(id).thenCompose(ack -> result), CANCEL, "end");
  }

  /** What fails here is made good by the next start, from the checkpoint before. */
  private static void await(CompletableFuture<?> step, Duration patience, String what)
      throws InterruptedException {
    try {
      step.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The job did not {} in order", what, e);
    }
  }
}
