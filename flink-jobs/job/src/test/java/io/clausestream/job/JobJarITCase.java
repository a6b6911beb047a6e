package io.clausestream.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.testkit.CommittedReader;
import io.clausestream.connector.testkit.Instants;
import io.clausestream.connector.testkit.RecordSender;
import io.clausestream.connector.testkit.SharedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar does its work on a cluster that has Flink's classes and no other, child first. */
class JobJarITCase {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void aChangeIsFoundWithTheJarAndFlinkAlone() throws Exception {
    KafkaConnection broker = SharedBroker.get().connection();
    try (TopicAdmin admin = TopicAdmin.open(broker)) {
      admin.create();
    }
    RecordSender.send(
        broker,
        List.of(
            fetch(Captures.policy(30), Instants.MONDAY_0600),
            fetch(Captures.policy(90), Instants.MONDAY_1200)));

    try (AutoCloseable job = FlinkAlone.load().apply(JobJar.FILE, arguments(broker))) {
      assertThat(job).isNotNull();
      await(broker);
    }
  }

  /** One property of the clients is in a file, as secrets are: Kafka's provider must be found. */
  private List<String> arguments(KafkaConnection broker) throws IOException {
    Files.writeString(folder.resolve("age"), "300000");
    return List.of(
        "--clausestream.kafka.bootstrap-servers",
        broker.bootstrapServers(),
        "--clausestream.kafka.properties.config.providers",
        "dir",
        "--clausestream.kafka.properties.config.providers.dir.class",
        "org.apache.kafka.common.config.provider.DirectoryConfigProvider",
        "--clausestream.kafka.properties.metadata.max.age.ms",
        "${dir:" + folder + ":age}",
        "--execution.checkpointing.interval",
        "500 ms",
        "--execution.checkpointing.dir",
        folder.resolve("checkpoints").toUri().toString());
  }

  private static ProducerRecord<byte[], byte[]> fetch(String html, Instant at) {
    return new ProducerRecord<>(
        TopicCatalogue.PAGE_FETCHES.name(),
        Captures.PLATFORM.getBytes(UTF_8),
        Captures.record(html, at));
  }

  private static void await(KafkaConnection broker) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (CommittedReader.readAll(broker, TopicCatalogue.PAGE_CHANGES.name()).isEmpty()) {
      assertThat(System.nanoTime()).as("time is up").isLessThan(end);
      Thread.sleep(200); // polls the condition
    }
  }
}
