package io.clausestream.connector.kafka;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/**
 * Tells a transaction that cannot be committed because it was committed before, which is usual
 * after a restart, from one that Kafka aborted. The connector takes both for the same.
 */
final class LostTransactions {

  private static final Set<TransactionState> ABORTED =
      EnumSet.of(
          TransactionState.COMPLETE_ABORT,
          TransactionState.PREPARE_ABORT,
          TransactionState.PREPARE_EPOCH_FENCE);

  private static final String FORGOTTEN =
      "Kafka has forgotten transaction '%s' and cannot tell what became of it (it does so after"
          + " transactional.id.expiration.ms, and another broker never knew it; output of a"
          + " savepoint that stopped the job was committed, so accept is right then)";

  private final KafkaConnection connection;

  LostTransactions(KafkaConnection connection) {
    this.connection = connection;
  }

  /**
   * Why the output of a transaction that could not be committed is lost; empty when it was
   * committed before.
   *
   * @throws BrokerUnavailableException when no broker answers
   */
  Optional<String> loss(KafkaCommittable committable) {
    String id = committable.getTransactionalId();
    try (AdminCalls calls = new AdminCalls(connection, TopicAdmin.DEFAULT_TIMEOUT)) {
      TransactionDescription now =
          calls.tryAwait(calls.admin().describeTransactions(List.of(id)).description(id));
      return isAborted(now, committable.getProducerId(), committable.getEpoch())
          ? Optional.of("transaction '%s' was aborted by Kafka".formatted(id))
          : Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TransactionalIdNotFoundException) {
        return Optional.of(forgotten(id));
      }
      throw new KafkaException("Kafka does not describe transaction '" + id + "'", e.getCause());
    }
  }

  /** What is said of a transaction that the broker does not know, or knows of another producer. */
  static String forgotten(String id) {
    return FORGOTTEN.formatted(id);
  }

  /**
   * An abort raises the epoch by one. A commit does, too, and after it the id is used for another
   * transaction: when that one is aborted, the epoch is higher by two. (With brokers before
   * transaction version 2 a commit does not raise it, so that we see a loss where there may be
   * none.)
   */
  static boolean isAborted(TransactionDescription now, long producerId, short epoch) {
    return ABORTED.contains(now.state())
        && now.producerId() == producerId
        && now.producerEpoch() <= epoch + 1;
  }
}
