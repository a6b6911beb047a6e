package io.clausestream.cli.deliver;

import io.clausestream.cli.UserMistake;
import io.clausestream.connector.delivery.engine.PrometheusDeliveryMetrics;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where Prometheus finds the metrics, if it is to. Close it. */
final class MetricsServer implements AutoCloseable {

  private static final int MAX_PORT = 65_535;

  private final @Nullable HTTPServer server;

  private MetricsServer(@Nullable HTTPServer server) {
    this.server = server;
  }

  /**
   * Starts one on all addresses.
   *
   * @param port to listen at, 0 for any free one; null: none is wanted
   * @throws UserMistake when the port is none or in use
   */
  static MetricsServer start(PrometheusDeliveryMetrics metrics, @Nullable Integer port) {
    if (port == null) {
      return new MetricsServer(null);
    }
    if (port < 0 || port > MAX_PORT) {
      throw new UserMistake("--metrics-port must be 0 to " + MAX_PORT + ", but is " + port + ".");
    }
    try {
      return new MetricsServer(metrics.serve(new InetSocketAddress(0).getAddress(), port));
    } catch (IOException e) {
      throw new UserMistake(
          "Port %d is in use: stop what listens there, or choose another with --metrics-port."
              .formatted(port),
          e);
    }
  }

  /** Its port; empty when there is none. */
  Optional<Integer> port() {
    return Optional.ofNullable(server).map(HTTPServer::getPort);
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
