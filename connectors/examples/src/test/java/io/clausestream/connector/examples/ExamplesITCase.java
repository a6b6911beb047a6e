package io.clausestream.connector.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.testkit.CommittedReader;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.connector.testkit.RecordSender;
import io.clausestream.schema.Alert;
import io.clausestream.schema.FetchId;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.WireCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples against a real broker, each in a process of its own. */
class ExamplesITCase {

  private static final String URL = "https://marrowby.example/terms";
  private static final String PAGE = "<h1>Terms</h1><p>Fünf Wörter über die Bedingungen.</p>";
  private static final String NO_PYTHON =
      "skipped: no python3 with confluent_kafka and avro (Debian: python3-confluent-kafka,"
          + " python3-avro)";

  @TempDir private Path folder;
  private EmbeddedBroker broker;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), OptionalInt.empty());
    try (TopicAdmin admin = TopicAdmin.open(broker.connection())) {
      admin.create(TopicCatalogue.all());
    }
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void theProducerInJavaSendsAPageThatTheEngineTakes() throws Exception {
    assertProduces(Program.java(PageProducer.class));
  }

  @Test
  void theProducerInPythonSendsAPageThatTheEngineTakes() throws Exception {
    assertProduces(python("produce.py"));
  }

  @Test
  void theConsumerInJavaTellsEachCommittedAlertOnce() throws Exception {
    assertConsumes(Program.java(AlertConsumer.class));
  }

  @Test
  void theConsumerInPythonTellsEachCommittedAlertOnce() throws Exception {
    assertConsumes(python("consume.py"));
  }

  private static Program python(String script) {
    Optional<Program> program = Program.python(script);
    assumeTrue(program.isPresent(), NO_PYTHON);
    return program.orElseThrow();
  }

  private void assertProduces(Program producer) throws Exception {
    Path file = Files.writeString(folder.resolve("terms.html"), PAGE);

    List<String> told =
        producer.run(
            folder, broker.bootstrapServers(), file.toString(), URL, "Marrowby", "Terms of Use");

    List<KafkaRecord> records = CommittedReader.readAll(broker.connection(), "page-fetches");
    assertThat(records).hasSize(1);
    assertThat(records.get(0).key()).isEqualTo(bytes("Marrowby"));
    assertThat(records.get(0).partition())
        .isEqualTo(
            BuiltInPartitioner.partitionForKey(
                bytes("Marrowby"), TopicCatalogue.PAGE_FETCHES.partitions()));
    FetchedPage page = WireCodec.of(FetchedPage.class).decode(records.get(0).value());
    assertThat(told).containsExactly("Sent fetch " + page.getFetchId());
    assertThat(page.getDocumentId()).isEqualTo("Marrowby/Terms of Use");
    assertThat(page.getUrl()).isEqualTo(URL);
    assertThat(StandardCharsets.UTF_8.decode(page.getBody()).toString()).isEqualTo(PAGE);
    assertThat(page.getFetchId())
        .isEqualTo(FetchId.of(page.getDocumentId(), page.getFetchedAt(), page.getBodySha256()));
    assertThat(page.getFetchedAt().toEpochMilli()).isLessThanOrEqualTo(records.get(0).timestamp());
  }

  /** Alerts as they can come: repeated by whoever sends them, and of a transaction that failed. */
  private void assertConsumes(Program consumer) throws Exception {
    String server = broker.bootstrapServers();
    String ids = folder.resolve("handled").toString();
    abort(alert("never"));
    send("one", "one", "two");

    List<String> first = consumer.run(folder, server, ids, "2");
    send("one", "three");
    List<String> then = consumer.run(folder, server, ids, "1");

    assertThat(first).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    assertThat(first.get(0)).containsPattern("\"alertId\": ?\"one\"").contains("Größe");
    assertThat(first.get(1)).containsPattern("\"alertId\": ?\"two\"");
    assertThat(then).hasSize(1);
    assertThat(then.get(0)).containsPattern("\"alertId\": ?\"three\"");
  }

  private void send(String... ids) {
    RecordSender.send(broker.connection(), Stream.of(ids).map(ExamplesITCase::alert).toList());
  }

  private void abort(ProducerRecord<byte[], byte[]> record) {
    KafkaConnection connection = broker.connection();
    Properties properties = connection.toProperties();
    properties.put("transactional.id", "fails");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(record);
      producer.flush();
      producer.abortTransaction();
    }
  }

  private static ProducerRecord<byte[], byte[]> alert(String id) {
    Alert alert = SampleAlert.withId(id);
    return new ProducerRecord<>(
        "alerts", bytes(alert.getSubscriberId()), WireCodec.of(Alert.class).encode(alert));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
