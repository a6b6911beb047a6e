package io.clausestream.it.faults;

import io.clausestream.cli.subscription.SubscriptionRequests;
import io.clausestream.cluster.BrokerServer;
import io.clausestream.cluster.ClusterFolder;
import io.clausestream.cluster.ClusterSpec;
import io.clausestream.cluster.FlinkHome;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.testkit.RecordSender;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.RequestedTerms;
import io.clausestream.core.subscription.SubscriptionRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;

/** What a rig is built of: its processes with their settings, its topics, and one subscriber. */
final class RigSetup {

  private RigSetup() {}

  /** Starts the broker; does not wait until it serves. */
  static BrokerServer broker(Path folder) throws IOException {
    return BrokerServer.start(place(folder), folder.resolve("kafka"), 0);
  }

  /** A cluster of two TaskManagers beside it. */
  static ClusterSpec cluster(Path folder) {
    return ClusterSpec.of(FlinkHome.find(), place(folder).root()).with(settings(folder));
  }

  private static ClusterFolder place(Path folder) {
    return new ClusterFolder(folder.resolve("cluster"));
  }

  private static Configuration settings(Path folder) {
    Configuration conf = new Configuration();
    conf.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
    conf.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
    conf.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, FaultRig.uri(folder.resolve("checkpoints")));
    // More harm is done in minutes than a job's own limit allows in an hour.
    conf.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, 10_000);
    conf.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(2));
    return conf;
  }

  static void createTopics(KafkaConnection connection) {
    try (TopicAdmin admin = TopicAdmin.open(connection)) {
      admin.create();
    }
    io.clausestream.schema.SubscriptionRequest request =
        SubscriptionRequests.of(
            new SubscriptionRequest(
                "you", RequestedTerms.of("own", List.of(Interest.ALL)), Optional.of(Instant.EPOCH)),
            Instant.EPOCH,
            null);
    RecordSender.send(connection, List.of(SubscriptionRequests.record(request).toProducerRecord()));
  }
}
