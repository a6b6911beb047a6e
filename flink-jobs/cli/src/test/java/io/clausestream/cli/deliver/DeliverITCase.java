package io.clausestream.cli.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.cli.Records;
import io.clausestream.cli.logs.CapturedLog;
import io.clausestream.connector.delivery.lines.LinesChannel;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.connector.testkit.MisbehavingServer;
import io.clausestream.connector.testkit.RecordSender;
import io.clausestream.schema.Alert;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.Severity;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.SubscriptionChannel;
import io.clausestream.schema.SubscriptionState;
import io.clausestream.schema.SubscriptionTerms;
import io.clausestream.schema.WireCodec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of delivery on a real broker, with a real receiver. */
@Timeout(300)
class DeliverITCase {

  private static final String ALERT = "a".repeat(32);
  private static final String KEY = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @TempDir private Path folder;

  private EmbeddedBroker broker;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), OptionalInt.empty());
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void anAlertIsDeliveredAndWhatWasGivenUpIsSentAgain() throws Exception {
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Path lines = folder.resolve("lines");
    run(ExitCode.OK, "topics", "create");
    CapturedLog log = CapturedLog.start();
    try (MisbehavingServer server = MisbehavingServer.start()) {
      send(channel(ChannelKind.JSON_LINES, "", null), webhook(server));
      DeliverRun delivery =
          DeliverRun.start(
              broker.bootstrapServers(),
              "--secrets",
              secrets.toString(),
              "--lines",
              lines.toString(),
              "--allow-target",
              "127.0.0.0/8",
              "--metrics-port",
              "0",
              "--feeds",
              folder.resolve("feeds").toString(),
              "--feed-port",
              "0");
      delivery.await(() -> list("--status", "failed").contains("SECRET_NOT_OWNED"));
      delivery.await(() -> list("--status", "delivered").contains(" lines "));

      assertThat(new LinesChannel(lines).file("ada"))
          .content()
          .hasLineCount(1)
          .contains("\"id\":\"" + ALERT + "\"");
      assertThat(list("--format", "jsonl", "--channel", "lines").lines())
          .singleElement()
          .satisfies(
              l ->
                  assertThat(l)
                      .contains("\"status\":\"DELIVERED\"", "\"messageId\":\"" + ALERT + "\""));
      assertThat(list("--subscriber", "bo")).isEqualToIgnoringNewLines("No deliveries.");
      assertThat(server.requests()).isEmpty();

      Files.writeString(secrets.resolve("hook-key"), KEY);
      Files.writeString(secrets.resolve("hook-key.owner"), "ada");
      String id = id(list("--status", "failed", "--format", "jsonl"));
      assertThat(run(ExitCode.OK, "deliveries", "show", id.substring(0, 20)))
          .contains(
              "delivery    " + id, "Secret 'hook-key' is not this subscriber's, or there is none")
          .doesNotContain("127.0.0.1");
      assertThat(run(ExitCode.OK, "deliveries", "retry", id))
          .contains(
              "sent back " + id + "  webhook to ada, SECRET_NOT_OWNED", "Sent 1 delivery back");
      delivery.await(() -> list("--status", "failed").contains("No deliveries."));
      delivery.await(() -> list("--status", "waiting").contains("No deliveries."));

      assertThat(server.requests(ALERT))
          .singleElement()
          .satisfies(request -> assertThat(request.headers()).containsKey("webhook-signature"));
      assertThat(run(ExitCode.DIFFERS, "deliveries", "retry", id))
          .contains("left out " + id, "which is delivered", "Sent 0 deliveries back");
      assertThat(run(ExitCode.DIFFERS, "deliveries", "retry", "--format", "jsonl", id))
          .contains("\"deliveryId\":\"" + id + "\",\"sentBack\":false")
          .contains("\"statusBefore\":\"DELIVERED\"")
          .hasLineCount(1);
      assertThat(run(ExitCode.OK, "deliveries", "retry", "--all-failed", "--channel", "webhook"))
          .contains("Sent 0 deliveries back");
      assertThat(metrics(delivery))
          .contains("clausestream_delivery_delivered_total{channel=\"json_lines\"} 1.0");
      forgetAda();
      delivery.await(() -> Files.notExists(new LinesChannel(lines).file("ada")));
      assertThat(delivery.stop(ExitCode.INTERRUPTED)).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(delivery.text())
          .contains("  webhook    the public internet, and 127.0.0.0/8", "  lines      " + lines)
          .contains("served at http://127.0.0.1:", "No feed can be read: secret 'feeds'")
          .contains("Delivers alerts and digests of " + broker.bootstrapServers(), "Stopped.")
          .doesNotContain(KEY);
      assertThat(log.lines())
          .anyMatch(line -> line.contains("given up") && line.contains("deliveryId=" + id))
          .noneMatch(line -> line.contains(KEY))
          .noneMatch(line -> line.contains(server.url("/ok")))
          .noneMatch(line -> line.contains("share data"));
    }
  }

  @Test
  void whatIsMissingOrWrongIsOneLine() throws Exception {
    assertThat(run(ExitCode.MISTAKE, "deliver")).contains("has no topic 'alerts'").hasLineCount(1);
    assertThat(run(ExitCode.MISTAKE, "deliveries", "list")).contains("no topic 'deliveries'");
    run(ExitCode.OK, "topics", "create");
    assertThat(list()).isEqualToIgnoringNewLines("No deliveries.");
    assertThat(run(ExitCode.MISTAKE, "deliveries", "show", "ab")).contains("'ab'");
    assertThat(run(ExitCode.USAGE, "deliveries", "retry")).contains("--all-failed");
    assertThat(run(ExitCode.USAGE, "deliveries", "retry", "ab", "--channel", "feed"))
        .contains("--all-failed");
  }

  @Test
  void ofTwoWithOneNameTheOlderEndsWithOneLine() throws Exception {
    run(ExitCode.OK, "topics", "create");
    send(channel(ChannelKind.JSON_LINES, "", null));
    String[] options = {"--instance", "same", "--lines", folder.resolve("lines").toString()};
    DeliverRun older = DeliverRun.start(broker.bootstrapServers(), options);
    older.await(() -> list("--status", "delivered").contains(" lines "));

    DeliverRun younger = DeliverRun.start(broker.bootstrapServers(), options);

    assertThat(older.end()).isEqualTo(ExitCode.MISTAKE);
    assertThat(older.text())
        .contains("clausestream: Delivery ended: Another process delivers under the same");
    assertThat(younger.stop(ExitCode.OK)).isEqualTo(ExitCode.OK);
  }

  private String list(String... options) {
    List<String> words = new ArrayList<>(List.of("deliveries", "list"));
    words.addAll(List.of(options));
    return run(ExitCode.OK, words.toArray(String[]::new));
  }

  private static String id(String json) {
    Matcher matcher = Pattern.compile("\"deliveryId\":\"([0-9a-f]{32})\"").matcher(json);
    assertThat(matcher.find()).as(json).isTrue();
    return matcher.group(1);
  }

  private static String metrics(DeliverRun delivery) throws Exception {
    Matcher matcher = Pattern.compile("metrics +(http://\\S+)").matcher(delivery.text());
    assertThat(matcher.find()).as(delivery.text()).isTrue();
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(matcher.group(1))).build(), BodyHandlers.ofString())
        .body();
  }

  private static SubscriptionChannel webhook(MisbehavingServer server) {
    return channel(ChannelKind.WEBHOOK, server.url("/ok"), "hook-key");
  }

  private static SubscriptionChannel channel(
      ChannelKind kind, String target, @Nullable String secret) {
    return SubscriptionChannel.newBuilder()
        .setKind(kind)
        .setTarget(target)
        .setSecret(secret)
        .build();
  }

  private void send(SubscriptionChannel... channels) {
    SubscriptionTerms terms =
        SubscriptionTerms.newBuilder()
            .setPlan("own")
            .setState(SubscriptionState.ACTIVE)
            .setPlatforms(List.of("Example"))
            .setChannels(List.of(channels))
            .setLanguage("en")
            .setTimeZone("UTC")
            .build();
    Subscription subscription =
        Subscription.newBuilder()
            .setSubscriberId("ada")
            .setTerms(terms)
            .setAlerts(true)
            .setValidFrom(Instant.EPOCH)
            .setRequestId("r1")
            .setAdmittedAt(Instant.EPOCH)
            .setPartition(0)
            .setOffset(0)
            .setEngineVersion("test")
            .build();
    Alert alert =
        Alert.newBuilder()
            .setAlertId(ALERT)
            .setSubscriberId("ada")
            .setSeverity(Severity.HIGH)
            .setAlertedAt(Instant.parse("2026-01-05T07:00:00Z"))
            .setChange(Records.change())
            .build();
    RecordSender.send(
        broker.connection(),
        List.of(
            new ProducerRecord<>(
                TopicCatalogue.SUBSCRIPTIONS.name(),
                "ada".getBytes(UTF_8),
                WireCodec.of(Subscription.class).encode(subscription)),
            new ProducerRecord<>(
                TopicCatalogue.ALERTS.name(),
                "ada".getBytes(UTF_8),
                WireCodec.of(Alert.class).encode(alert))));
  }

  private void forgetAda() {
    RecordSender.send(
        broker.connection(),
        List.of(
            new ProducerRecord<byte[], byte[]>(
                TopicCatalogue.SUBSCRIPTIONS.name(), "ada".getBytes(UTF_8), null)));
  }

  private String run(int expected, String... words) {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out, true);
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    int code = Clausestream.commandLine(printer, printer).execute(all.toArray(String[]::new));
    assertThat(code).as(out.toString()).isEqualTo(expected);
    return out.toString();
  }
}
