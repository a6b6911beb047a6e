package io.clausestream.pipeline.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.connector.kafka.BrokerUnavailableException;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.testkit.CommittedReader;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.RecordSender;
import io.clausestream.connector.testkit.SharedBroker;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.operator.SubscriptionRecords;
import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.schema.Alert;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.WireCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DetectChangesJobITCase {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void aChangeGoesFromTopicToAlert() throws Exception {
    KafkaConnection broker = SharedBroker.get().connection();
    try (TopicAdmin admin = TopicAdmin.open(broker)) {
      admin.create();
    }
    Configuration conf = conf(broker);
    DetectChangesJob.check(conf);
    RecordSender.send(
        broker,
        List.of(
            SubscriptionRecords.askedForAll("ada"),
            fetch(Pages.policy(30), Instants.MONDAY_0600),
            new ProducerRecord<>(topic(), null, new byte[] {1, 2, 3}),
            fetch(Pages.policy(30), Instant.parse("9999-12-31T00:00:00Z")),
            fetch(Pages.policy(90), Instants.MONDAY_1200)));

    JobClient job = start(conf);
    await(
        () ->
            !read(broker, TopicCatalogue.ALERTS.name()).isEmpty()
                && read(broker, TopicCatalogue.DEAD_LETTERS.name()).size() == 2);
    job.cancel().get();

    KafkaRecord alert = read(broker, TopicCatalogue.ALERTS.name()).get(0);
    Alert decoded = WireCodec.of(Alert.class).decode(alert.value());
    assertThat(new String(alert.key(), UTF_8)).isEqualTo("ada");
    assertThat(header(alert, "ce_id")).isEqualTo(decoded.getAlertId());
    assertThat(header(alert, "ce_type")).isEqualTo("io.clausestream.Alert.v1");
    assertThat(header(alert, "ce_source")).isEqualTo("/platforms/Example");
    assertThat(header(alert, "ce_time")).isEqualTo(Instants.MONDAY_1200.toString());
    assertThat(header(alert, "ce_subject")).isEqualTo(Pages.PRIVACY);
    assertThat(decoded.getChange().getBlocks().get(0).getAfter()).contains("90 days");
    assertThat(read(broker, TopicCatalogue.PAGE_CHANGES.name())).hasSize(1);
    assertThat(read(broker, TopicCatalogue.PAGE_VERIFICATIONS.name()))
        .extracting(record -> header(record, "ce_type"))
        .containsExactly("io.clausestream.PageVerification.v1");
    assertThat(read(broker, TopicCatalogue.DEAD_LETTERS.name()))
        .extracting(record -> WireCodec.of(DeadLetter.class).decode(record.value()).getReason())
        .containsExactlyInAnyOrder("UNDECODABLE", "INVALID_TIME");
    assertThat(PageVerification.getClassSchema().getName()).isEqualTo("PageVerification");
  }

  @Test
  void aBrokerThatIsNotThereIsToldInOneLine() {
    Configuration conf = conf(KafkaConnection.of("127.0.0.1:1"));

    assertThatThrownBy(() -> DetectChangesJob.check(conf))
        .isInstanceOf(BrokerUnavailableException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageNotContaining("\n");
  }

  private static JobClient start(Configuration conf) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.setParallelism(2);
    DetectChangesJob.define(env, conf);
    return env.executeAsync(DetectChangesJob.NAME);
  }

  private Configuration conf(KafkaConnection broker) {
    Configuration conf = new Configuration();
    conf.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    conf.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    conf.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("cp").toUri().toString());
    return conf;
  }

  private static String topic() {
    return TopicCatalogue.PAGE_FETCHES.name();
  }

  private static ProducerRecord<byte[], byte[]> fetch(String html, Instant at) {
    return new ProducerRecord<>(
        topic(),
        Pages.PLATFORM.getBytes(UTF_8),
        WireCodec.of(FetchedPage.class).encode(Pages.page(Pages.PRIVACY, html, at)));
  }

  private static List<KafkaRecord> read(KafkaConnection broker, String topic) {
    return CommittedReader.readAll(broker, topic);
  }

  private static String header(KafkaRecord record, String name) {
    return new String(record.headers().get(name), UTF_8);
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time is up").isLessThan(end);
      Thread.sleep(200); // polls the condition
    }
  }
}
