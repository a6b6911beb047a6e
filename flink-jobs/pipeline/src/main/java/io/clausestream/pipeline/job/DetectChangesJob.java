package io.clausestream.pipeline.job;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaSinks;
import io.clausestream.connector.kafka.OutboundRecord;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicDifference;
import io.clausestream.connector.kafka.TransactionTimeouts;
import io.clausestream.pipeline.options.AlertOptions;
import io.clausestream.pipeline.options.CanonicalOptions;
import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.pipeline.options.PrevalenceOptions;
import io.clausestream.pipeline.options.SeverityOptions;
import io.clausestream.pipeline.options.SubscriptionOptions;
import io.clausestream.pipeline.topology.DetectionInputs;
import io.clausestream.pipeline.topology.DetectionOptions;
import io.clausestream.pipeline.topology.DetectionTopology;
import io.clausestream.pipeline.topology.KafkaOutput;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The main job: fetched pages from Kafka, changes and alerts to Kafka. */
public final class DetectChangesJob {

  /** Name of the job on the cluster. */
  public static final String NAME = "clausestream-detect-changes";

  private DetectChangesJob() {}

  /**
   * Checks the surroundings and runs the job until it is stopped.
   *
   * @param args {@code --config FOLDER} with a config.yaml, and {@code --key value} over it;
   *     between them stand environment variables
   * @throws Exception if the job fails or cannot start; a wrong setting says so in one line
   */
  public static void main(String[] args) throws Exception {
    Configuration given = JobArguments.read(args, System.getenv()).configuration();
    ClusterSettings.check(StreamExecutionEnvironment.getExecutionEnvironment(), given);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(PrometheusReporter.addTo(given));
    Configuration conf = JobDefaults.settings(env, given);
    check(conf);
    define(env, conf);
    env.execute(NAME);
  }

  /** Flink's settings as this job has them when nobody sets them; a new object at each call. */
  public static Configuration defaults() {
    return JobDefaults.live();
  }

  /**
   * Builds the job. Touches no network.
   *
   * @param env where it will run; gets the settings that the job needs
   * @param conf settings of the job, and Flink's own where they shall be other than the job's
   * @throws IllegalArgumentException in one line, if a setting is missing or wrong
   */
  public static void define(StreamExecutionEnvironment env, Configuration conf) {
    JobDefaults.apply(env, JobDefaults.live(), conf);
    KafkaConnection connection = KafkaOptions.connection(conf);
    DetectionTopology.build(
        DetectionInputs.ofTopics(env, connection, conf.get(KafkaOptions.GROUP_ID)),
        DetectionOptions.DEFAULT
            .withPlans(SubscriptionOptions.plans(conf))
            .withGuard(conf.get(SeverityOptions.GUARD_TIME))
            .withLimits(CanonicalOptions.limits(conf))
            .withBridgeUpgrade(conf.get(CanonicalOptions.BRIDGE_UPGRADE))
            .withMovements(PrevalenceOptions.movements(conf))
            .withObjective(AlertOptions.objective(conf)),
        new KafkaOutput(sink(connection, conf)));
  }

  /**
   * Checks that the topics are there and that no transaction can expire during an outage.
   *
   * @throws IllegalArgumentException naming what is wrong and the remedy, in one line
   */
  public static void check(Configuration conf) {
    KafkaConnection connection = KafkaOptions.connection(conf);
    topics(connection);
    if (conf.get(KafkaOptions.DELIVERY_GUARANTEE) == DeliveryGuarantee.EXACTLY_ONCE) {
      TransactionTimeouts.check(
          connection,
          conf.get(KafkaOptions.TRANSACTION_TIMEOUT),
          JobDefaults.checkpointInterval(conf),
          conf.get(KafkaOptions.LONGEST_OUTAGE));
    }
  }

  private static void topics(KafkaConnection connection) {
    try (TopicAdmin admin = TopicAdmin.open(connection)) {
      List<String> wrong =
          admin.check().stream()
              .filter(DetectChangesJob::wouldLoseRecords)
              .map(TopicDifference::message)
              .toList();
      if (!wrong.isEmpty()) {
        throw new IllegalArgumentException(
            "Kafka at "
                + connection.bootstrapServers()
                + " has not the topics that the job needs: "
                + String.join(" ", wrong));
      }
    }
  }

  /** Other differences are the operator's to decide. */
  private static boolean wouldLoseRecords(TopicDifference difference) {
    return switch (difference.kind()) {
      case MISSING -> true;
      case PARTITIONS -> false;
      case CONFIG ->
          switch (String.valueOf(difference.setting())) {
            // Retention would count from the time of the fetch, and drop imported history at once.
            case "message.timestamp.type" -> true;
            // A record that is too large would fail the job again and again.
            case "max.message.bytes" ->
                Long.parseLong(difference.actual()) < Long.parseLong(difference.expected());
            default -> false;
          };
    };
  }

  private static Sink<OutboundRecord> sink(KafkaConnection connection, Configuration conf) {
    return switch (conf.get(KafkaOptions.DELIVERY_GUARANTEE)) {
      case EXACTLY_ONCE ->
          KafkaSinks.exactlyOnce(
              connection,
              conf.get(KafkaOptions.TRANSACTIONAL_ID_PREFIX),
              conf.get(KafkaOptions.TRANSACTION_TIMEOUT),
              conf.get(KafkaOptions.LOST_OUTPUT));
      case AT_LEAST_ONCE -> KafkaSinks.atLeastOnce(connection);
      case NONE ->
          throw new IllegalArgumentException(
              KafkaOptions.DELIVERY_GUARANTEE.key()
                  + " must be exactly-once or at-least-once: none would lose alerts.");
    };
  }
}
