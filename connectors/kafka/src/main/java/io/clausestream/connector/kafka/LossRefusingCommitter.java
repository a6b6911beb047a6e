package io.clausestream.connector.kafka;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connector's committer, which logs what it cannot commit and goes on, but for output that is
 * lost: then it fails, unless losses are accepted. A transaction that Kafka has forgotten is lost,
 * too; the connector, which does not know that error, would try for ever.
 */
final class LossRefusingCommitter implements Committer<KafkaCommittable> {

  private static final Logger LOG = LoggerFactory.getLogger(LossRefusingCommitter.class);

  private final Committer<KafkaCommittable> committer;
  private final Function<KafkaCommittable, Optional<String>> loss;
  private final LostOutput lost;

  /**
   * @param loss why the output of a transaction that could not be committed is lost, if it is
   */
  LossRefusingCommitter(
      Committer<KafkaCommittable> committer,
      Function<KafkaCommittable, Optional<String>> loss,
      LostOutput lost) {
    this.committer = committer;
    this.loss = loss;
    this.lost = lost;
  }

  @Override
  public void commit(Collection<CommitRequest<KafkaCommittable>> requests)
      throws IOException, InterruptedException {
    List<String> losses = new ArrayList<>();
    List<CommitRequest<KafkaCommittable>> watched = new ArrayList<>();
    requests.forEach(request -> watched.add(new WatchedRequest(request, losses)));
    committer.commit(watched);
    if (!losses.isEmpty()) {
      throw new LostOutputException(message(losses));
    }
  }

  private static String message(List<String> losses) {
    return "Output of the checkpoint that the job goes on from is lost: "
        + String.join(", ", losses)
        + ", most likely because the job was away for longer than its transaction timeout. Start"
        + " it from the checkpoint before ('up' and 'cluster up': with --from-previous) or an older"
        + " savepoint: all that came after is told again, under the same ids. To go on without what is lost, set clausestream.kafka.lost-output"
        + " to accept.";
  }

  private static boolean isForgotten(Throwable reason) {
    for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidPidMappingException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    try {
      committer.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /** Looks into what could not be committed. */
  private final class WatchedRequest implements CommitRequest<KafkaCommittable> {

    private final CommitRequest<KafkaCommittable> request;
    private final List<String> losses;

    WatchedRequest(CommitRequest<KafkaCommittable> request, List<String> losses) {
      this.request = request;
      this.losses = losses;
    }

    @Override
    public KafkaCommittable getCommittable() {
      return request.getCommittable();
    }

    @Override
    public int getNumberOfRetries() {
      return request.getNumberOfRetries();
    }

    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
      if (lost == LostOutput.REFUSE) {
        loss.apply(getCommittable()).ifPresent(losses::add);
      }
      request.signalFailedWithKnownReason(reason);
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      if (!isForgotten(reason)) {
        request.signalFailedWithUnknownReason(reason);
        return;
      }
      String forgotten = LostTransactions.forgotten(getCommittable().getTransactionalId());
      switch (lost) {
        case REFUSE -> losses.add(forgotten);
        case ACCEPT ->
            LOG.warn("Output of a checkpoint is lost, and that is accepted: {}", forgotten);
      }
      request.signalFailedWithKnownReason(reason);
    }

    @Override
    public void retryLater() {
      request.retryLater();
    }

    @Override
    public void updateAndRetryLater(KafkaCommittable committable) {
      request.updateAndRetryLater(committable);
    }

    @Override
    public void signalAlreadyCommitted() {
      request.signalAlreadyCommitted();
    }

    /** Stands in what the connector logs. */
    @Override
    public String toString() {
      return String.valueOf(getCommittable());
    }
  }
}
