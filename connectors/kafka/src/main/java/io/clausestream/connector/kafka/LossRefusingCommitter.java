package io.clausestream.connector.kafka;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;

/**
 * The connector's committer, which logs what it cannot commit and goes on, but for output that is
 * lost: then it fails.
 */
final class LossRefusingCommitter implements Committer<KafkaCommittable> {

  private final Committer<KafkaCommittable> committer;
  private final LostTransactions transactions;

  LossRefusingCommitter(Committer<KafkaCommittable> committer, LostTransactions transactions) {
    this.committer = committer;
    this.transactions = transactions;
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
        + " it from the checkpoint before or an older savepoint: all that came after is told again,"
        + " under the same ids. To go on without what is lost, set clausestream.kafka.lost-output"
        + " to accept.";
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
      transactions.loss(getCommittable()).ifPresent(losses::add);
      request.signalFailedWithKnownReason(reason);
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      request.signalFailedWithUnknownReason(reason);
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
