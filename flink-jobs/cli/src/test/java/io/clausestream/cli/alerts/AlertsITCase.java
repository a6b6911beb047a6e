package io.clausestream.cli.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.cli.Records;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.connector.testkit.CommittedReader;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.connector.testkit.RecordSender;
import io.clausestream.schema.Alert;
import io.clausestream.schema.Digest;
import io.clausestream.schema.DigestEntry;
import io.clausestream.schema.Direction;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Severity;
import io.clausestream.schema.WireCodec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts and digests on a real broker, without an engine. */
class AlertsITCase {

  private static final Instant MONDAY = Instant.parse("2026-01-05T06:00:00Z");
  private static final String FIRST = "a".repeat(32);
  private static final String SECOND = "ab".repeat(16);
  private static final String BACK = "c".repeat(32);

  @TempDir private Path folder;

  private EmbeddedBroker broker;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), OptionalInt.empty());
    run(ExitCode.OK, "topics", "create");
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void alertsAreListedByTimeAndChosen() {
    assertThat(run(ExitCode.OK, "alerts", "list")).contains("No alerts.");
    sendAlerts(
        alert(SECOND, "bo", Severity.LOW, MONDAY.plusSeconds(60), FIRST, null),
        alert(FIRST, "ada", Severity.HIGH, MONDAY, null, null),
        alert(BACK, "ada", Severity.HIGH, MONDAY.plusSeconds(90), null, FIRST));

    assertThat(run(ExitCode.OK, "alerts", "list").lines())
        .hasSize(3)
        .satisfiesExactly(
            l -> assertThat(l).startsWith("2026-01-05T06:00:00Z").contains("ada", FIRST),
            l -> assertThat(l).contains("bo", "(updates " + FIRST + ")", SECOND),
            l -> assertThat(l).contains("(takes back " + FIRST + ")"));
    assertThat(run(ExitCode.OK, "alerts", "list", "--subscriber", "ada").lines()).hasSize(2);
    assertThat(run(ExitCode.OK, "alerts", "list", "--severity", "medium").lines()).hasSize(2);
    assertThat(
            run(
                    ExitCode.OK,
                    "alerts",
                    "list",
                    "--since",
                    "2026-01-05T06:00:30Z",
                    "--format",
                    "jsonl")
                .lines())
        .hasSize(2)
        .anyMatch(l -> l.contains("\"retracts\":\"" + FIRST + "\",\"correction\":\"Wrong.\""));
  }

  @Test
  void oneAlertIsShownByTheBeginningOfItsId() {
    sendAlerts(
        alert(FIRST, "ada", Severity.HIGH, MONDAY, null, null),
        alert(SECOND, "ada", Severity.LOW, MONDAY, FIRST, null));

    assertThat(run(ExitCode.OK, "alerts", "show", "ab"))
        .contains("alert       " + SECOND, "updates     " + FIRST, "subscriber  ada");
    assertThat(run(ExitCode.OK, "alerts", "show", FIRST, "--format", "jsonl"))
        .contains("\"change\":{\"page\":");
    assertThat(run(ExitCode.MISTAKE, "alerts", "show", "a")).contains("2 alerts");
    assertThat(run(ExitCode.MISTAKE, "alerts", "show", "ff")).contains("'ff'", "alerts list");
  }

  @Test
  void whatNobodyKnowsIsNotTakenBackAndSilenceIsTold() {
    assertThat(run(ExitCode.USAGE, "alerts", "retract", FIRST)).contains("--reason");
    assertThat(run(ExitCode.MISTAKE, "alerts", "retract", FIRST, "--reason", "Wrong."))
        .contains("No change and no alert has the id '" + FIRST + "'");
    sendAlerts(alert(FIRST, "ada", Severity.HIGH, MONDAY, null, null));

    assertThat(
            run(ExitCode.DIFFERS, "alerts", "retract", FIRST, "--reason", "No.", "--timeout", "1"))
        .contains("0 of 1 alerts", "the correction stands");
    assertThat(
            CommittedReader.readAll(broker.connection(), TopicCatalogue.ALERT_CORRECTIONS.name()))
        .singleElement()
        .satisfies(
            record ->
                assertThat(record.key()).isEqualTo(Records.change().getPlatform().getBytes(UTF_8)));
  }

  @Test
  void digestsAreListedAndShown() {
    assertThat(run(ExitCode.OK, "digests", "list")).contains("No digests.");
    send(TopicCatalogue.DIGESTS, Digest.class, List.of(digest(FIRST, "ada"), digest(SECOND, "bo")));

    assertThat(run(ExitCode.OK, "digests", "list", "--subscriber", "ada").lines())
        .singleElement()
        .satisfies(l -> assertThat(l).contains("ada", "1 high, 0 medium, 2 low", FIRST));
    assertThat(run(ExitCode.OK, "digests", "list", "--since", MONDAY.toString()))
        .contains("No digests.");
    assertThat(run(ExitCode.OK, "digests", "show", "ab"))
        .contains("bo", "2025-12-29 07:00 to 2026-01-05 07:00 (Europe/Berlin)", "Terms changed")
        .contains("Told wrongly: It was a test.", "And 2 more.");
    assertThat(run(ExitCode.OK, "digests", "show", FIRST, "--format", "jsonl"))
        .contains("\"entries\":[{\"changeId\":\"c\"");
    assertThat(run(ExitCode.MISTAKE, "digests", "show", "ff")).contains("digests list");
  }

  private static Alert alert(
      String id,
      String subscriber,
      Severity severity,
      Instant at,
      @Nullable String updates,
      @Nullable String retracts) {
    PageChange change = Records.change();
    return Alert.newBuilder()
        .setAlertId(id)
        .setSubscriberId(subscriber)
        .setSeverity(severity)
        .setAlertedAt(at)
        .setChange(change)
        .setUpdates(updates)
        .setRetracts(retracts)
        .setCorrection(retracts == null ? null : "Wrong.")
        .build();
  }

  private static Digest digest(String id, String subscriber) {
    return Digest.newBuilder()
        .setDigestId(id)
        .setSubscriberId(subscriber)
        .setFrom(MONDAY.minus(Duration.ofDays(7)))
        .setUntil(MONDAY)
        .setTimeZone("Europe/Berlin")
        .setHighs(1)
        .setLows(2)
        .setEntries(
            List.of(
                DigestEntry.newBuilder()
                    .setChangeId("c")
                    .setAlertId("a")
                    .setPlatform("Marrowby")
                    .setDocumentId("Marrowby/Terms")
                    .setDocumentType("Terms")
                    .setUrl("https://marrowby.example/terms")
                    .setSeverity(Severity.HIGH)
                    .setDirection(Direction.ADVERSE)
                    .setCategories(List.of("liability"))
                    .setTitle("Terms changed")
                    .setSummary(List.of("Less."))
                    .setFetchedAt(MONDAY.minusSeconds(9))
                    .setDetectedAt(MONDAY.minusSeconds(9))
                    .setCorrection("It was a test.")
                    .build()))
        .setEntriesOmitted(2)
        .setEngineVersion("0.1.0")
        .build();
  }

  private void sendAlerts(Alert... alerts) {
    send(TopicCatalogue.ALERTS, Alert.class, List.of(alerts));
  }

  private <T extends SpecificRecord> void send(TopicSpec topic, Class<T> type, List<T> records) {
    WireCodec<T> codec = WireCodec.of(type);
    RecordSender.send(
        broker.connection(),
        records.stream()
            .map(one -> new ProducerRecord<>(topic.name(), "K".getBytes(UTF_8), codec.encode(one)))
            .toList());
  }

  private String run(int expected, String command, String sub, String... more) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    List<String> arguments = new ArrayList<>(List.of(command, sub));
    arguments.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    arguments.addAll(List.of(more));
    int code = Clausestream.commandLine(writer, writer).execute(arguments.toArray(String[]::new));
    assertThat(code).as(out.toString()).isEqualTo(expected);
    return out.toString();
  }
}
