package io.clausestream.pipeline.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The engine's metrics as a collector of OpenTelemetry gets them by HTTP. */
class OpenTelemetryITCase {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Names and labels stand in the protocol's messages as they are. */
  private static final ConcurrentLinkedQueue<String> RECEIVED = new ConcurrentLinkedQueue<>();

  private static final HttpServer COLLECTOR = collector();

  /** Registered first, so ended last: the reporter tells of a collector that is gone. */
  @RegisterExtension
  @Order(1)
  static final AfterAllCallback STOP = context -> COLLECTOR.stop(0);

  @RegisterExtension
  @Order(2)
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(reporter())
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @TempDir private Path folder;

  @Test
  void theCollectorGetsTheEnginesMetricsWithTheirLabels() throws Exception {
    MeteredJob.whileItRuns(
        folder,
        List.of(MeteredJob.fetch(new byte[] {1, 2, 3})),
        () -> {
          await("page.events");
          await("page.reason.deadLetters");
          await("UNDECODABLE");
          await("clausestream-test");
        });
  }

  private static Configuration reporter() {
    Configuration conf = new Configuration();
    String key = "metrics.reporter.otel.";
    conf.setString(
        key + "factory.class", "org.apache.flink.metrics.otel.OpenTelemetryMetricReporterFactory");
    conf.setString(key + "exporter.protocol", "HTTP");
    conf.setString(
        key + "exporter.endpoint",
        "http://127.0.0.1:" + COLLECTOR.getAddress().getPort() + "/v1/metrics");
    conf.setString(key + "service.name", "clausestream-test");
    conf.setString(key + "interval", "1 SECONDS");
    return conf;
  }

  private static HttpServer collector() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/v1/metrics", OpenTelemetryITCase::receive);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      RECEIVED.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static void await(String words) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (RECEIVED.stream().noneMatch(message -> message.contains(words))) {
      assertThat(System.nanoTime()).as("%s in %s", words, RECEIVED).isLessThan(end);
      Thread.sleep(200); // polls the condition
    }
  }
}
