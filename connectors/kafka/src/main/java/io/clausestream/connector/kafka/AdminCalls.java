package io.clausestream.connector.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** An admin client whose calls end within a bound and whose failures say what to do. */
final class AdminCalls implements AutoCloseable {

  private final KafkaConnection connection;
  private final Duration timeout;
  private final Admin admin;

  AdminCalls(KafkaConnection connection, Duration timeout) {
    this.connection = connection;
    this.timeout = timeout;
    this.admin = admin(connection, timeout);
  }

  Admin admin() {
    return admin;
  }

  /** The answer; see {@link #tryAwait} for what it throws besides. */
  <T> T await(KafkaFuture<T> answer) {
    try {
      return tryAwait(answer);
    } catch (ExecutionException e) {
      throw new KafkaException(
          "The Kafka broker at "
              + connection.bootstrapServers()
              + " failed: "
              + e.getCause().getMessage(),
          e.getCause());
    }
  }

  /**
   * The answer of the broker.
   *
   * @throws ExecutionException when it answered with an error of its own
   * @throws BrokerUnavailableException when it did not answer, or let us not in
   */
  <T> T tryAwait(KafkaFuture<T> answer) throws ExecutionException {
    try {
      // The client itself ends each call at the timeout; ours is only there should it not.
      return answer.get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new org.apache.kafka.common.errors.InterruptException(e);
    } catch (java.util.concurrent.TimeoutException e) {
      throw BrokerUnavailableException.silent(connection, timeout, e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof TimeoutException) {
        throw BrokerUnavailableException.silent(connection, timeout, cause);
      }
      if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
        throw BrokerUnavailableException.refused(connection, cause);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    admin.close(timeout);
  }

  private static Admin admin(KafkaConnection connection, Duration timeout) {
    String millis = Long.toString(timeout.toMillis());
    try {
      return Admin.create(
          connection.toProperties(
              Map.of("default.api.timeout.ms", millis, "request.timeout.ms", millis)));
    } catch (KafkaException e) {
      if (e.getCause() instanceof ConfigException cause
          && String.valueOf(cause.getMessage()).contains("bootstrap")) {
        throw BrokerUnavailableException.unresolvable(connection, e);
      }
      throw e;
    }
  }
}
