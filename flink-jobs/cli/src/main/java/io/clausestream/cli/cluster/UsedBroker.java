package io.clausestream.cli.cluster;

import io.clausestream.cli.UserMistake;
import io.clausestream.cluster.BrokerServer;
import io.clausestream.cluster.ClusterFolder;
import io.clausestream.cluster.ClusterProcess;
import io.clausestream.connector.kafka.KafkaConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The broker that a cluster works with: one of its own, or one that somebody else runs. */
final class UsedBroker implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);

  private final KafkaConnection connection;
  private final @Nullable BrokerServer own;

  private UsedBroker(KafkaConnection connection, @Nullable BrokerServer own) {
    this.connection = connection;
    this.own = own;
  }

  static UsedBroker existing(String bootstrapServers) {
    return new UsedBroker(KafkaConnection.of(bootstrapServers), null);
  }

  static UsedBroker own(ClusterFolder folder, Path records, int port)
      throws IOException, InterruptedException {
    BrokerServer broker = BrokerServer.start(folder, records, port);
    try {
      broker.awaitReady(START);
      return new UsedBroker(broker.connection(), broker);
    } catch (IllegalStateException e) {
      broker.close();
      throw new UserMistake(
          e.getMessage() + ". Its port is that of --kafka-port, which must be free.", e);
    } catch (InterruptedException | RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  KafkaConnection connection() {
    return connection;
  }

  /** Its process, when it is one of ours. */
  Optional<ClusterProcess> process() {
    return Optional.ofNullable(own).map(BrokerServer::process);
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
