package io.clausestream.cli.up;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clausestream.cli.UserMistake;
import io.clausestream.connector.delivery.engine.PrometheusDeliveryMetrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of the process on one page: those of the job, which its reporter shows at a port of
 * its own, and those of delivery. Close it.
 */
final class MetricsEndpoint implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int BAD_GATEWAY = 502;

  private final @Nullable HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final URI ofTheJob;
  private final PrometheusDeliveryMetrics delivery;

  private MetricsEndpoint(
      @Nullable HttpServer server, int reporter, PrometheusDeliveryMetrics delivery) {
    this.server = server;
    this.ofTheJob = URI.create("http://127.0.0.1:" + reporter + "/metrics");
    this.delivery = delivery;
  }

  /**
   * Starts one on all addresses.
   *
   * @param port to listen at; empty: none is wanted
   * @param reporter port of the job's reporter; there is one when one is wanted
   * @param delivery the metrics of delivery
   * @throws UserMistake when the port is in use
   */
  static MetricsEndpoint start(
      OptionalInt port, OptionalInt reporter, PrometheusDeliveryMetrics delivery) {
    return port.isEmpty()
        ? new MetricsEndpoint(null, 0, delivery)
        : start(port.getAsInt(), reporter.getAsInt(), delivery);
  }

  private static MetricsEndpoint start(int port, int reporter, PrometheusDeliveryMetrics delivery) {
    try {
      HttpServer http = HttpServer.create(new InetSocketAddress(port), 0);
      MetricsEndpoint endpoint = new MetricsEndpoint(http, reporter, delivery);
      http.setExecutor(endpoint.threads);
      http.createContext("/", endpoint::handle);
      http.start();
      return endpoint;
    } catch (IOException e) {
      throw MetricsPort.inUse(port, e);
    }
  }

  /** Where it listens; empty when it was not wanted. */
  OptionalInt port() {
    return server == null ? OptionalInt.empty() : OptionalInt.of(server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<String> job = ofTheJob();
      if (job.isPresent()) {
        answer(exchange, OK, job.get() + delivery.text());
      } else {
        answer(exchange, BAD_GATEWAY, "The reporter of the job does not answer; try again.\n");
      }
    }
  }

  private Optional<String> ofTheJob() {
    try {
      HttpRequest request = HttpRequest.newBuilder(ofTheJob).timeout(LIMIT).build();
      var answer = client.send(request, BodyHandlers.ofString(UTF_8));
      return Optional.of(answer.body()).filter(body -> answer.statusCode() == OK);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", PrometheusDeliveryMetrics.CONTENT_TYPE);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
    threads.shutdownNow();
  }
}
