package io.clausestream.pipeline.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.connector.testkit.RecordSender;
import io.clausestream.pipeline.Pages;
import io.clausestream.pipeline.options.KafkaOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The main job on the cluster of a test, behind a broker with some records, for who looks at its
 * metrics.
 */
final class MeteredJob {

  private MeteredJob() {}

  /** What looks at the metrics. */
  @FunctionalInterface
  interface Look {
    void look() throws Exception;
  }

  /** Starts all on an empty folder, looks, and ends the job. */
  static void whileItRuns(Path folder, List<ProducerRecord<byte[], byte[]>> records, Look look)
      throws Exception {
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(folder.resolve("kafka"), OptionalInt.empty())) {
      try (TopicAdmin admin = TopicAdmin.open(broker.connection())) {
        admin.create();
      }
      RecordSender.send(broker.connection(), records);
      JobClient job = submit(broker, folder.resolve("checkpoints"));
      try {
        look.look();
      } finally {
        job.cancel().get();
      }
    }
  }

  private static JobClient submit(EmbeddedBroker broker, Path checkpoints) throws Exception {
    Configuration conf = new Configuration();
    conf.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    conf.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    conf.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    DetectChangesJob.define(env, conf);
    return env.executeAsync(DetectChangesJob.NAME);
  }

  /** A fetch as it stands on its topic. */
  static ProducerRecord<byte[], byte[]> fetch(byte[] value) {
    return new ProducerRecord<>(
        TopicCatalogue.PAGE_FETCHES.name(), Pages.PLATFORM.getBytes(UTF_8), value);
  }
}
