package io.clausestream.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.Committer.CommitRequest;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;

class LossRefusingCommitterTest {

  private static final String ID = "detect-changes-0-7";

  private final Request request = new Request();

  @Test
  void aForgottenTransactionIsRefusedByItsId() {
    InvalidPidMappingException reason = new InvalidPidMappingException("another producer");

    assertThatThrownBy(() -> commit(LostOutput.REFUSE, unknown(reason)))
        .isInstanceOf(LostOutputException.class)
        .hasMessageContaining("forgotten transaction '" + ID + "'")
        .hasMessageContaining("lost-output to accept");
    assertThat(request.signals).containsExactly("known " + reason);
  }

  @Test
  void aForgottenTransactionThatIsAcceptedIsPassedOver() throws Exception {
    InvalidPidMappingException reason = new InvalidPidMappingException("another producer");

    commit(LostOutput.ACCEPT, unknown(reason));

    assertThat(request.signals).containsExactly("known " + reason);
  }

  @Test
  void itIsFoundAmongTheCauses() throws Exception {
    KafkaException reason = new KafkaException("commit", new InvalidPidMappingException("no"));

    commit(LostOutput.ACCEPT, unknown(reason));

    assertThat(request.signals).containsExactly("known " + reason);
  }

  @Test
  void otherReasonsPassThrough() throws Exception {
    KafkaException reason = new KafkaException("no idea");

    for (LostOutput lost : LostOutput.values()) {
      commit(lost, unknown(reason));
    }

    assertThat(request.signals).containsExactly("unknown " + reason, "unknown " + reason);
  }

  @Test
  void anAbortedTransactionIsRefusedOrPassedOver() throws Exception {
    ProducerFencedException reason = new ProducerFencedException("fenced");
    BiConsumer<CommitRequest<KafkaCommittable>, Throwable> known =
        CommitRequest::signalFailedWithKnownReason;

    assertThatThrownBy(() -> commit(LostOutput.REFUSE, signals(known, reason)))
        .isInstanceOf(LostOutputException.class)
        .hasMessageContaining(ID + " was aborted");
    commit(LostOutput.ACCEPT, signals(known, reason));

    assertThat(request.signals).containsExactly("known " + reason, "known " + reason);
  }

  private void commit(LostOutput lost, Committer<KafkaCommittable> committer)
      throws IOException, InterruptedException {
    new LossRefusingCommitter(
            committer,
            committable -> Optional.of(committable.getTransactionalId() + " was aborted"),
            lost)
        .commit(List.of(request));
  }

  private static Committer<KafkaCommittable> unknown(Throwable reason) {
    return signals(CommitRequest::signalFailedWithUnknownReason, reason);
  }

  /** A committer that can commit nothing. */
  private static Committer<KafkaCommittable> signals(
      BiConsumer<CommitRequest<KafkaCommittable>, Throwable> signal, Throwable reason) {
    return new Committer<>() {
      @Override
      public void commit(Collection<CommitRequest<KafkaCommittable>> requests) {
        requests.forEach(request -> signal.accept(request, reason));
      }

      @Override
      public void close() {}
    };
  }

  /** Writes down what it is told. */
  private static final class Request implements CommitRequest<KafkaCommittable> {

    private final List<String> signals = new ArrayList<>();

    @Override
    public KafkaCommittable getCommittable() {
      return new KafkaCommittable(17, (short) 5, ID, null);
    }

    @Override
    public int getNumberOfRetries() {
      return 0;
    }

    @Override
    public void signalFailedWithKnownReason(Throwable reason) {
      signals.add("known " + reason);
    }

    @Override
    public void signalFailedWithUnknownReason(Throwable reason) {
      signals.add("unknown " + reason);
    }

    @Override
    public void retryLater() {
      signals.add("retry");
    }

    @Override
    public void updateAndRetryLater(KafkaCommittable committable) {
      signals.add("update and retry");
    }

    @Override
    public void signalAlreadyCommitted() {
      signals.add("committed");
    }
  }
}
