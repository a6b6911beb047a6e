package io.clausestream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.connector.testkit.CommittedReader;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.connector.testkit.RecordSender;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.WireCodec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics and dead letters on a real broker. */
class OperationsITCase {

  private static final byte[] VALUE = {1, 2, 3};
  private static final Instant MONDAY = Instant.parse("2026-01-05T06:00:00Z");

  private static final int ALL = TopicCatalogue.all().size();

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
  void topicsAreCheckedCreatedAndCheckedAgain() {
    assertThat(run(ExitCode.DIFFERS, "topics", "check"))
        .contains(
            "page-fetches is missing: clausestream topics create",
            ALL + " of " + ALL + " topics differ.");
    assertThat(run(ExitCode.OK, "topics", "list")).containsPattern("alerts +missing");

    assertThat(run(ExitCode.OK, "topics", "create").lines())
        .contains("created page-fetches", "created redrives")
        .hasSize(TopicCatalogue.all().size());

    assertThat(run(ExitCode.OK, "topics", "check"))
        .isEqualToIgnoringNewLines("All " + ALL + " topics are as the catalogue has them.");
    assertThat(run(ExitCode.OK, "topics", "create")).contains("All " + ALL + " topics exist.");
    assertThat(run(ExitCode.OK, "topics", "list"))
        .containsPattern("page-fetches +16 +14 d +delete +0 +0 B +FetchedPage");
  }

  @Test
  void aTopicThatDiffersIsToldWithItsRemedyAndLeftAsItIs() {
    TopicSpec spec = TopicCatalogue.ALERTS;
    create(
        new TopicSpec(
            spec.name(),
            spec.key(),
            spec.recordType(),
            3,
            Optional.of(Duration.ofDays(1)),
            TopicSpec.CleanupPolicy.COMPACT,
            Duration.ZERO,
            spec.maxMessageBytes(),
            spec.description()));
    run(ExitCode.OK, "topics", "create");

    assertThat(run(ExitCode.DIFFERS, "topics", "check").lines())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("alerts has partitions=3, the catalogue 8: keep them"))
        .anyMatch(line -> line.contains("--entity-name alerts --add-config cleanup.policy=delete"))
        .anyMatch(line -> line.contains("--entity-name alerts --add-config retention.ms=-1"))
        .contains("1 of " + ALL + " topics differ.");
    assertThat(run(ExitCode.DIFFERS, "topics", "check", "--format", "jsonl").lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("{\"topic\":\"alerts\",\"kind\":"));
    assertThat(run(ExitCode.OK, "topics", "list", "--format", "jsonl"))
        .contains(
            "{\"topic\":\"alerts\",\"exists\":true,\"partitions\":3,\"retentionMs\":86400000");
  }

  @Test
  void clientPropertiesComeFromAFileAndAWrongOneIsNamed() throws Exception {
    Path good = Files.writeString(folder.resolve("good.properties"), "client.id=me\n");
    Path tls = Files.writeString(folder.resolve("tls.properties"), "security.protocol=NONE\n");
    Path twice = Files.writeString(folder.resolve("twice.properties"), "bootstrap.servers=a:1\n");

    run(ExitCode.DIFFERS, "topics", "check", "--kafka-properties", good.toString());
    assertThat(run(ExitCode.MISTAKE, "topics", "check", "--kafka-properties", tls.toString()))
        .contains("security.protocol");
    assertThat(run(ExitCode.MISTAKE, "topics", "check", "--kafka-properties", twice.toString()))
        .contains(twice.toString(), "bootstrap.servers");
    assertThat(run(ExitCode.MISTAKE, "topics", "check", "--kafka-properties", "nowhere"))
        .contains("'nowhere'", "--kafka-properties");
  }

  @Test
  void deadLettersAreListedShownAndSentAgainOnce() throws Exception {
    run(ExitCode.OK, "topics", "create");
    assertThat(run(ExitCode.OK, "dead-letters", "list")).contains("No dead letters.");
    DeadLetter slow = letter("a".repeat(32), "TIME_BUDGET", MONDAY);
    DeadLetter corrupt = letter("ab".repeat(16), "BODY_CORRUPT", MONDAY.plusSeconds(60));
    send(slow, corrupt);

    assertThat(run(ExitCode.OK, "dead-letters", "list").lines())
        .hasSize(3)
        .anyMatch(
            l -> l.matches("a{32} +2026-01-05T06:00:00Z +TIME_BUDGET +canonical +3 B +no +K"));
    assertThat(run(ExitCode.OK, "dead-letters", "list", "--reason", "body_corrupt").lines())
        .hasSize(2);
    assertThat(run(ExitCode.OK, "dead-letters", "list", "--since", "2026-01-05T06:00:30Z"))
        .contains("BODY_CORRUPT")
        .doesNotContain("TIME_BUDGET");

    Path body = folder.resolve("body");
    assertThat(run(ExitCode.OK, "dead-letters", "show", "aa", "--body", body.toString()))
        .contains("TIME_BUDGET (stage canonical)", "page-fetches-1 offset 7", "h = x");
    assertThat(body).hasBinaryContent(VALUE);
    assertThat(run(ExitCode.MISTAKE, "dead-letters", "show", "a")).contains("2 ids");
    assertThat(run(ExitCode.MISTAKE, "dead-letters", "show", "ff")).contains("'ff'", "list");

    assertThat(run(ExitCode.OK, "dead-letters", "redrive", "--dry-run", "aa"))
        .contains("would send " + "a".repeat(32), "Would send 1 dead letter again.");
    assertThat(fetches()).isEmpty();
    assertThat(run(ExitCode.OK, "dead-letters", "redrive", "--reason", "TIME_BUDGET"))
        .contains("sent " + "a".repeat(32) + "  to page-fetches, key K, TIME_BUDGET");
    assertThat(run(ExitCode.DIFFERS, "dead-letters", "redrive", "aa")).contains("left out 1");
    assertThat(run(ExitCode.OK, "dead-letters", "redrive", "--reason", "TIME_BUDGET"))
        .contains("Sent 0 dead letters again.", "Passed over 1 that");

    assertThat(fetches())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.value()).isEqualTo(VALUE);
              assertThat(record.key()).isEqualTo("K".getBytes(UTF_8));
              assertThat(record.headers())
                  .containsEntry("h", "x".getBytes(UTF_8))
                  .containsEntry("clausestream_redriven_from", "a".repeat(32).getBytes(UTF_8));
            });
    assertThat(run(ExitCode.OK, "dead-letters", "list", "--format", "jsonl").lines())
        .anyMatch(
            l -> l.contains("a".repeat(32)) && l.contains("\"redrives\":1,\"redrivenAt\":\"2"))
        .anyMatch(l -> l.contains("\"redrives\":0,\"redrivenAt\":null"));
  }

  @Test
  void aLetterWithoutItsValueIsSentFromWhereTheRecordStands() {
    run(ExitCode.OK, "topics", "create");
    RecordSender.send(
        broker.connection(),
        List.of(new ProducerRecord<>("page-fetches", 1, "K".getBytes(UTF_8), VALUE)));
    DeadLetter here = letter("c".repeat(32), "INTERNAL", MONDAY);
    here.setValue(null);
    here.setOffset(0L);
    DeadLetter gone = letter("d".repeat(32), "INTERNAL", MONDAY);
    gone.setValue(null);
    send(here, gone);

    assertThat(run(ExitCode.DIFFERS, "dead-letters", "redrive", "--reason", "INTERNAL"))
        .contains("sent " + "c".repeat(32), "left out " + "d".repeat(32), "fetched anew");
    assertThat(fetches()).hasSize(2).allMatch(record -> record.value().length == VALUE.length);
  }

  @Test
  void whichLettersToSendMustBeSaid() {
    assertThat(run(ExitCode.USAGE, "dead-letters", "redrive")).contains("ids", "--reason");
    assertThat(run(ExitCode.USAGE, "dead-letters", "redrive", "aa", "--reason", "INTERNAL"))
        .contains("ids", "--reason");
  }

  private List<KafkaRecord> fetches() {
    return CommittedReader.readAll(broker.connection(), TopicCatalogue.PAGE_FETCHES.name());
  }

  private void create(TopicSpec topic) {
    try (TopicAdmin admin = TopicAdmin.open(broker.connection())) {
      admin.create(List.of(topic));
    }
  }

  private void send(DeadLetter... letters) {
    WireCodec<DeadLetter> codec = WireCodec.of(DeadLetter.class);
    RecordSender.send(
        broker.connection(),
        List.of(letters).stream()
            .map(
                letter ->
                    new ProducerRecord<>(
                        TopicCatalogue.DEAD_LETTERS.name(),
                        "K".getBytes(UTF_8),
                        codec.encode(letter)))
            .toList());
  }

  private static DeadLetter letter(String id, String reason, Instant arrived) {
    return DeadLetter.newBuilder()
        .setDeadLetterId(id)
        .setStage("canonical")
        .setReason(reason)
        .setDetail("It was so, and this is the remedy.")
        .setTopic("page-fetches")
        .setPartition(1)
        .setOffset(7L)
        .setRecordTimestamp(arrived)
        .setDocumentId("K/Terms")
        .setKey(ByteBuffer.wrap("K".getBytes(UTF_8)))
        .setValue(ByteBuffer.wrap(VALUE))
        .setHeaders(Map.of("h", ByteBuffer.wrap("x".getBytes(UTF_8))))
        .setEngineVersion("0.1.0")
        .build();
  }

  /** Runs a command on the broker; answers all that it prints. */
  private String run(int expected, String command, String sub, String... more) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out, true);
    List<String> arguments = new java.util.ArrayList<>(List.of(command, sub));
    arguments.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
    arguments.addAll(List.of(more));
    int code = Clausestream.commandLine(writer, writer).execute(arguments.toArray(String[]::new));
    assertThat(code).as(out.toString()).isEqualTo(expected);
    return out.toString();
  }
}
