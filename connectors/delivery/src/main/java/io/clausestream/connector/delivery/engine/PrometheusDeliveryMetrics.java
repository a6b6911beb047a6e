package io.clausestream.connector.delivery.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.Severity;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Metrics of deliveries as Prometheus reads them, in a registry of their own. */
public final class PrometheusDeliveryMetrics implements DeliveryMetrics {

  /** What {@link #text()} is. */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final String PREFIX = "clausestream_delivery_";
  private static final double SECONDS_AN_HOUR = 3600;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter delivered = counter("delivered", "Deliveries made.", "channel");
  private final Counter failed = counter("failed", "Deliveries given up.", "channel");
  private final Counter retried =
      counter("retried", "Times that a delivery was put off to be sent later.", "channel");
  private final Counter late =
      counter("late", "Deliveries that missed their objective.", "channel", "severity");
  private final Counter unaddressed =
      counter(
          "unaddressed",
          "Messages without a delivery: subscriber unknown or cancelled, or no channel.",
          "severity");
  private final Counter undecodable =
      counter("undecodable", "Records that could not be decoded and were passed over.");
  private final Gauge waiting =
      gauge("waiting", "Deliveries in the table of retries that this process has in memory.");
  private final Gauge inFlight = gauge("in_flight", "Deliveries sent and not recorded.");
  private final Gauge openCircuits = gauge("open_circuits", "Targets that rest.");
  private final Gauge crowdedTargets =
      gauge("crowded_targets", "Targets of which more waits than memory has room for.");
  private final Histogram sinceFetch =
      Histogram.builder()
          .name(PREFIX + "since_fetch_hours")
          .help("Hours from the fetch of a change to the delivery of its alert.")
          .labelNames("severity")
          .classicUpperBounds(0.05, 0.25, 1, 2, 4, 8, 12, 18, 24, 48, 168)
          .classicOnly()
          .register(registry);

  /** What an endpoint of HTTP shows. */
  public PrometheusRegistry registry() {
    return registry;
  }

  /** The metrics as they stand, in Prometheus' text format. */
  public String text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes what is written", e);
    }
    return text.toString(UTF_8);
  }

  /**
   * Shows the metrics at {@code /metrics}.
   *
   * @param address interface to listen at
   * @param port port, or 0 for any free one
   * @return the server, which whoever called closes
   * @throws IOException when the port is taken
   */
  public HTTPServer serve(InetAddress address, int port) throws IOException {
    return HTTPServer.builder().inetAddress(address).port(port).registry(registry).buildAndStart();
  }

  @Override
  public void delivered(ChannelKind channel, Severity severity, Optional<Duration> since) {
    delivered.labelValues(label(channel)).inc();
    since.ifPresent(
        d -> sinceFetch.labelValues(label(severity)).observe(d.toSeconds() / SECONDS_AN_HOUR));
  }

  @Override
  public void failed(ChannelKind channel) {
    failed.labelValues(label(channel)).inc();
  }

  @Override
  public void retried(ChannelKind channel) {
    retried.labelValues(label(channel)).inc();
  }

  @Override
  public void late(ChannelKind channel, Severity severity) {
    late.labelValues(label(channel), label(severity)).inc();
  }

  @Override
  public void unaddressed(Severity severity) {
    unaddressed.labelValues(label(severity)).inc();
  }

  @Override
  public void undecodable() {
    undecodable.inc();
  }

  @Override
  public void waiting(int deliveries) {
    waiting.set(deliveries);
  }

  @Override
  public void inFlight(int deliveries) {
    inFlight.set(deliveries);
  }

  @Override
  public void openCircuits(int circuits) {
    openCircuits.set(circuits);
  }

  @Override
  public void crowdedTargets(int targets) {
    crowdedTargets.set(targets);
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder()
        .name(PREFIX + name + "_total")
        .help(help)
        .labelNames(labels)
        .register(registry);
  }

  private Gauge gauge(String name, String help) {
    return Gauge.builder().name(PREFIX + name).help(help).register(registry);
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
