package io.clausestream.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.testkit.Instants;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.docs.FlinkMetrics;
import io.clausestream.pipeline.docs.JobManagerMetrics;
import io.clausestream.pipeline.metrics.EngineMetric;
import io.clausestream.pipeline.operator.SubscriptionRecords;
import io.clausestream.pipeline.options.MetricsOptions;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.WireCodec;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The real endpoint that Prometheus scrapes. */
class PrometheusITCase {

  private static final int PORT = freePort();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(
                  PrometheusReporter.addTo(
                      new Configuration().set(MetricsOptions.PROMETHEUS_PORT, PORT)))
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @TempDir private Path folder;

  @Test
  void oneOptionShowsEveryMetricToPrometheus() throws Exception {
    MeteredJob.whileItRuns(
        folder, records(), () -> assertShown(await("alert_latencyMillis_count", 1)));
  }

  private static void assertShown(String scrape) {
    assertThat(EngineMetric.values())
        .extracting(EngineMetric::prometheusName)
        .allSatisfy(name -> assertThat(scrape).contains("\n" + name + "{"));
    assertThat(FlinkMetrics.values())
        .extracting(metric -> FlinkMetrics.PREFIX + metric.id())
        .allSatisfy(name -> assertThat(scrape).contains("\n" + name + "{"));
    assertThat(JobManagerMetrics.values())
        .extracting(metric -> JobManagerMetrics.PREFIX + metric.id())
        .allSatisfy(name -> assertThat(scrape).contains("\n" + name + "{"));
    // Alarms choose the job by its name, as the reporter writes it.
    assertThat(value(scrape, "page_events", "job_name=\"clausestream_detect_changes\""))
        .isEqualTo(3);
    assertThat(value(scrape, "page_reason_deadLetters", "reason=\"UNDECODABLE\"")).isEqualTo(1);
    assertThat(value(scrape, "change_verdict_fetches", "verdict=\"FIRST\"")).isEqualTo(1);
    assertThat(value(scrape, "change_verdict_fetches", "verdict=\"CHANGED\"")).isEqualTo(1);
    assertThat(value(scrape, "change_verdict_fetches", "verdict=\"LATE\"")).isZero();
  }

  private static List<ProducerRecord<byte[], byte[]>> records() {
    return List.of(
        SubscriptionRecords.askedForAll("ada"),
        MeteredJob.fetch(new byte[] {1, 2, 3}),
        fetch(Pages.policy(30), Instants.MONDAY_0600),
        fetch(Pages.policy(90), Instants.MONDAY_1200));
  }

  /** Scrapes until a series has at least this value, and once more: a scrape is no snapshot. */
  private static String await(String name, double value) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String scrape = scrape();
      if (value(scrape, name, "") >= value) {
        return scrape();
      }
      assertThat(System.nanoTime()).as("time is up for '%s' in:%n%s", name, scrape).isLessThan(end);
      Thread.sleep(200); // polls the condition
    }
  }

  private static String scrape() throws IOException, InterruptedException {
    URI metrics = URI.create("http://127.0.0.1:" + PORT + "/metrics");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
        .body();
  }

  /** The value of the series with a label; -1 when it is not there. */
  private static double value(String scrape, String name, String label) {
    return scrape
        .lines()
        .filter(line -> line.startsWith(FlinkMetrics.PREFIX + name + "{") && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(-1);
  }

  private static ProducerRecord<byte[], byte[]> fetch(String html, Instant at) {
    return MeteredJob.fetch(
        WireCodec.of(FetchedPage.class).encode(Pages.page(Pages.PRIVACY, html, at)));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
