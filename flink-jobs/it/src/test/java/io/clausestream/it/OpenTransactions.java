package io.clausestream.it;

import io.clausestream.connector.kafka.KafkaConnection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/** The transactions that a broker knows of. Whoever opens it closes it. */
public final class OpenTransactions implements AutoCloseable {

  private final Admin admin;

  /** Of a broker. */
  public OpenTransactions(KafkaConnection connection) {
    this.admin = Admin.create(connection.toProperties());
  }

  /** When those that are open began, epoch milliseconds. */
  public LongStream starts() {
    List<String> open =
        transactions().stream()
            .filter(t -> t.state() == TransactionState.ONGOING)
            .map(TransactionListing::transactionalId)
            .toList();
    try {
      return admin.describeTransactions(open).all().get().values().stream()
          .flatMapToLong(transaction -> transaction.transactionStartTimeMs().stream());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The broker does not describe its transactions", e);
    }
  }

  /** The ids of all, open or not. */
  public Set<String> ids() {
    return transactions().stream()
        .map(TransactionListing::transactionalId)
        .collect(Collectors.toSet());
  }

  private Collection<TransactionListing> transactions() {
    try {
      return admin.listTransactions().all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("The broker does not list its transactions", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
