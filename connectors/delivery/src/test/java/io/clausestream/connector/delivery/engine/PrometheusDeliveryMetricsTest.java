package io.clausestream.connector.delivery.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.Severity;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrometheusDeliveryMetricsTest {

  @Test
  void showsWhatWasCounted() throws IOException {
    PrometheusDeliveryMetrics metrics = new PrometheusDeliveryMetrics();
    metrics.delivered(ChannelKind.EMAIL, Severity.HIGH, Optional.of(Duration.ofHours(3)));
    metrics.delivered(ChannelKind.EMAIL, Severity.HIGH, Optional.empty());
    metrics.late(ChannelKind.WEBHOOK, Severity.LOW);
    metrics.waiting(7);
    metrics.crowdedTargets(1);
    InetAddress here = InetAddress.getByName("127.0.0.1");
    try (HTTPServer server = metrics.serve(here, 0)) {
      URI page = URI.create("http://127.0.0.1:" + server.getPort() + "/metrics");
      assertThat(read(page))
          .contains("clausestream_delivery_delivered_total{channel=\"email\"} 2.0")
          .contains("clausestream_delivery_late_total{channel=\"webhook\",severity=\"low\"} 1.0")
          .contains("since_fetch_hours_bucket{severity=\"high\",le=\"2.0\"} 0")
          .contains("since_fetch_hours_bucket{severity=\"high\",le=\"4.0\"} 1")
          .contains("clausestream_delivery_waiting 7.0")
          .contains("clausestream_delivery_crowded_targets 1.0");
    }
  }

  private static String read(URI page) throws IOException {
    try (InputStream in = page.toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
