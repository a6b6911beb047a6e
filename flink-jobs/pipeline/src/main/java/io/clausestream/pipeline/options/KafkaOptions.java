package io.clausestream.pipeline.options;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.LostOutput;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.connector.base.DeliveryGuarantee;

/** How the job reads and writes Kafka. */
public final class KafkaOptions {

  /** Where the brokers are. */
  public static final ConfigOption<String> BOOTSTRAP_SERVERS =
      ConfigOptions.key("clausestream.kafka.bootstrap-servers")
          .stringType()
          .noDefaultValue()
          .withDescription("Kafka brokers, host:port, several separated by commas.");

  /** Further client properties. */
  public static final ConfigOption<Map<String, String>> PROPERTIES =
      ConfigOptions.key("clausestream.kafka.properties")
          .mapType()
          .defaultValue(Map.of())
          .withDescription(
              "Further properties of every Kafka client, for example security.protocol and the"
                  + " sasl.* and ssl.* ones.");

  /** The consumer group. */
  public static final ConfigOption<String> GROUP_ID =
      ConfigOptions.key("clausestream.kafka.group-id")
          .stringType()
          .defaultValue("clausestream-detect-changes")
          .withDescription(
              "Consumer group that offsets are committed for. The job itself goes on from its"
                  + " checkpoint; the group serves lag monitoring and a start without one.");

  /** The prefix of transactional ids. */
  public static final ConfigOption<String> TRANSACTIONAL_ID_PREFIX =
      ConfigOptions.key("clausestream.kafka.transactional-id-prefix")
          .stringType()
          .defaultValue("clausestream-detect-changes")
          .withDescription(
              "Names the job's transactions: unique in the Kafka cluster, the same after each"
                  + " restart.");

  /** How often a record may show. */
  public static final ConfigOption<DeliveryGuarantee> DELIVERY_GUARANTEE =
      ConfigOptions.key("clausestream.kafka.delivery-guarantee")
          .enumType(DeliveryGuarantee.class)
          .defaultValue(DeliveryGuarantee.EXACTLY_ONCE)
          .withDescription(
              "exactly-once: records show once a checkpoint is complete, each once, to consumers"
                  + " that read committed. at-least-once: records show at once, and after a failure"
                  + " perhaps again under the same ids.");

  /** How long a transaction may stay open. */
  public static final ConfigOption<Duration> TRANSACTION_TIMEOUT =
      ConfigOptions.key("clausestream.kafka.transaction-timeout")
          .durationType()
          .defaultValue(Duration.ofDays(7))
          .withDescription(
              "How long a transaction may stay open. The brokers' transaction.max.timeout.ms must"
                  + " be as long; the job checks it when it starts.");

  /** How long the job may be down. */
  public static final ConfigOption<Duration> LONGEST_OUTAGE =
      ConfigOptions.key("clausestream.kafka.longest-outage")
          .durationType()
          .defaultValue(Duration.ofDays(3))
          .withDescription(
              "Longest time that the job may be down without a loss: the transaction timeout must"
                  + " outlast it.");

  /** What happens to a job whose output was lost. */
  public static final ConfigOption<LostOutput> LOST_OUTPUT =
      ConfigOptions.key("clausestream.kafka.lost-output")
          .enumType(LostOutput.class)
          .defaultValue(LostOutput.REFUSE)
          .withDescription(
              "What the job does when Kafka aborted a transaction of the checkpoint that it goes on"
                  + " from, as after an outage longer than the transaction timeout, or does not know"
                  + " it, as another Kafka. refuse: it fails, and says so; started from the"
                  + " checkpoint before, it tells the same records again. accept: it logs the loss"
                  + " and goes on.");

  private KafkaOptions() {}

  /**
   * The connection that a configuration names.
   *
   * @throws IllegalArgumentException in one line, if it names none
   */
  public static KafkaConnection connection(ReadableConfig conf) {
    String servers =
        conf.getOptional(BOOTSTRAP_SERVERS)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No Kafka brokers are named; set "
                            + BOOTSTRAP_SERVERS.key()
                            + " to host:port."));
    return new KafkaConnection(servers, conf.get(PROPERTIES));
  }
}
