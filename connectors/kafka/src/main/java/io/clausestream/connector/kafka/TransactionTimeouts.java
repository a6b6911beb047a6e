package io.clausestream.connector.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Checks, before a job starts, that no transaction of its sink can expire while the job is down:
 * the connector would log the loss of what it holds and go on.
 */
public final class TransactionTimeouts {

  private static final String BROKER_SETTING = "transaction.max.timeout.ms";

  private TransactionTimeouts() {}

  /**
   * Asks every broker for its limit and compares.
   *
   * @param transactionTimeout how long the sink's transactions may stay open
   * @param checkpointInterval time from one checkpoint to the next
   * @param longestOutage longest time that the job may be down without a loss
   * @throws IllegalArgumentException when the timeout is above the broker's limit, or too short for
   *     a checkpoint and an outage; the message names values and remedy
   * @throws BrokerUnavailableException when no broker answers within {@link
   *     TopicAdmin#DEFAULT_TIMEOUT}
   */
  public static void check(
      KafkaConnection connection,
      Duration transactionTimeout,
      Duration checkpointInterval,
      Duration longestOutage) {
    Duration brokerLimit = brokerLimit(connection);
    problem(brokerLimit, transactionTimeout, checkpointInterval, longestOutage)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
  }

  static Optional<String> problem(
      Duration brokerLimit,
      Duration transactionTimeout,
      Duration checkpointInterval,
      Duration longestOutage) {
    Duration needed = checkpointInterval.plus(longestOutage);
    if (transactionTimeout.compareTo(needed) < 0) {
      return Optional.of(
          "The transaction timeout of %s is below the checkpoint interval of %s and the longest outage of %s together, so an outage would lose output: raise the timeout to %s or more."
              .formatted(transactionTimeout, checkpointInterval, longestOutage, needed));
    }
    if (transactionTimeout.compareTo(brokerLimit) > 0) {
      return Optional.of(
          "The transaction timeout of %s is above the Kafka broker's %s=%s (%s): set that to %s or more on the brokers, or lower the timeout."
              .formatted(
                  transactionTimeout,
                  BROKER_SETTING,
                  brokerLimit.toMillis(),
                  brokerLimit,
                  transactionTimeout.toMillis()));
    }
    return Optional.empty();
  }

  /** The lowest limit in the cluster, for any broker may coordinate a transaction. */
  private static Duration brokerLimit(KafkaConnection connection) {
    try (AdminCalls calls = new AdminCalls(connection, TopicAdmin.DEFAULT_TIMEOUT)) {
      Collection<Node> nodes = calls.await(calls.admin().describeCluster().nodes());
      List<ConfigResource> brokers =
          nodes.stream()
              .map(n -> new ConfigResource(ConfigResource.Type.BROKER, n.idString()))
              .toList();
      Collection<Config> configs =
          calls.await(calls.admin().describeConfigs(brokers).all()).values();
      return configs.stream()
          .map(config -> Duration.ofMillis(Long.parseLong(config.get(BROKER_SETTING).value())))
          .min(Duration::compareTo)
          .orElseThrow();
    }
  }
}
