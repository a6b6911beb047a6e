package io.clausestream.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.junit.jupiter.api.Test;

/** The epochs are those that a broker of Kafka 4.1 was seen to give. */
class LostTransactionsTest {

  private static final long PRODUCER = 17;
  private static final short EPOCH = 5;

  @Test
  void whatKafkaAbortedIsLost() {
    assertThat(isAborted(TransactionState.COMPLETE_ABORT, PRODUCER, 6)).isTrue();
    assertThat(isAborted(TransactionState.PREPARE_ABORT, PRODUCER, 6)).isTrue();
    assertThat(isAborted(TransactionState.PREPARE_EPOCH_FENCE, PRODUCER, 6)).isTrue();
  }

  @Test
  void whatWasCommittedIsNotLostThoughTheNextWithItsIdWasAborted() {
    assertThat(isAborted(TransactionState.COMPLETE_ABORT, PRODUCER, 7)).isFalse();
  }

  @Test
  void whatWasCommittedIsNotLost() {
    assertThat(isAborted(TransactionState.COMPLETE_COMMIT, PRODUCER, 6)).isFalse();
    assertThat(isAborted(TransactionState.ONGOING, PRODUCER, 6)).isFalse();
    assertThat(isAborted(TransactionState.EMPTY, PRODUCER, 6)).isFalse();
  }

  @Test
  void anotherProducerSaysNothing() {
    assertThat(isAborted(TransactionState.COMPLETE_ABORT, PRODUCER + 1, 0)).isFalse();
  }

  private static boolean isAborted(TransactionState state, long producerId, int epoch) {
    TransactionDescription now =
        new TransactionDescription(
            1, state, producerId, epoch, 60_000, OptionalLong.empty(), Set.of());
    return LostTransactions.isAborted(now, PRODUCER, EPOCH);
  }
}
