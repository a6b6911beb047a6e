package io.clausestream.connector.kafka;

import java.time.Duration;

/** No broker answered, or none that lets us in; the message names the servers and the remedy. */
public final class BrokerUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private BrokerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  static BrokerUnavailableException silent(
      KafkaConnection connection, Duration timeout, Throwable cause) {
    return new BrokerUnavailableException(
        "No Kafka broker answered at "
            + connection.bootstrapServers()
            + " within "
            + timeout.toMillis()
            + " ms: start it, or correct the bootstrap servers or security properties.",
        cause);
  }

  static BrokerUnavailableException unresolvable(KafkaConnection connection, Throwable cause) {
    return new BrokerUnavailableException(
        "No Kafka broker can be reached at "
            + connection.bootstrapServers()
            + ", for no host of that name is known: correct the bootstrap servers.",
        cause);
  }

  static BrokerUnavailableException refused(KafkaConnection connection, Throwable cause) {
    return new BrokerUnavailableException(
        "The Kafka broker at "
            + connection.bootstrapServers()
            + " refused us ("
            + cause.getMessage()
            + "): correct the security properties, or grant the rights.",
        cause);
  }
}
