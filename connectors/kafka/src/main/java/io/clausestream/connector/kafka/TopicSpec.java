package io.clausestream.connector.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A topic as it should be.
 *
 * @param name the topic's name
 * @param key what the record key holds
 * @param recordType simple name of the Avro record that the values hold
 * @param partitions number of partitions when the topic is created; the place of a key among them
 *     is for ever, so it is chosen ahead of need
 * @param retention how long records are kept, counted from their arrival; empty: for ever
 * @param cleanupPolicy what is done with old records
 * @param minCompactionLag how long a record stays that a later one of its key replaced, so that a
 *     reader that was away still sees it; zero where nobody needs that
 * @param maxMessageBytes largest record that the broker takes, in bytes as sent (compressed)
 * @param description what the topic tells, in one sentence
 */
public record TopicSpec(
    String name,
    String key,
    String recordType,
    int partitions,
    Optional<Duration> retention,
    CleanupPolicy cleanupPolicy,
    Duration minCompactionLag,
    int maxMessageBytes,
    String description) {

  private static final Duration COMPACTION_WINDOW = Duration.ofDays(7);

  /** What Kafka does with old records. */
  public enum CleanupPolicy {
    /** Drop them when the retention is over. */
    DELETE("delete"),
    /** Keep the latest of each key. */
    COMPACT("compact");

    private final String setting;

    CleanupPolicy(String setting) {
      this.setting = setting;
    }
  }

  /**
   * After how long at the latest a broker looks for what can go, however little is written: without
   * this, whoever is forgotten could stay on a quiet topic for ever.
   */
  public Duration maxCompactionLag() {
    return minCompactionLag.plus(COMPACTION_WINDOW);
  }

  /**
   * The topic's settings on the broker. Records are stamped with their arrival: retention then
   * spares history that is imported today, no broker refuses an instant, and the instants of the
   * fetches stand in the records themselves.
   */
  public Map<String, String> config() {
    Map<String, String> config = new TreeMap<>();
    config.put("cleanup.policy", cleanupPolicy.setting);
    config.put("retention.ms", Long.toString(retention.map(Duration::toMillis).orElse(-1L)));
    config.put("retention.bytes", "-1");
    if (cleanupPolicy == CleanupPolicy.COMPACT) {
      config.put("min.compaction.lag.ms", Long.toString(minCompactionLag.toMillis()));
      config.put("max.compaction.lag.ms", Long.toString(maxCompactionLag().toMillis()));
    }
    config.put("max.message.bytes", Integer.toString(maxMessageBytes));
    config.put("message.timestamp.type", "LogAppendTime");
    return config;
  }

  /** Type of the CloudEvents on the topic; a new number tells a break of the schema. */
  public String eventType() {
    return "io.clausestream." + recordType + ".v1";
  }

  /** The same topic under another name, for example in a test. */
  public TopicSpec withName(String other) {
    return new TopicSpec(
        other,
        key,
        recordType,
        partitions,
        retention,
        cleanupPolicy,
        minCompactionLag,
        maxMessageBytes,
        description);
  }

  /** The same topic with another number of partitions. */
  public TopicSpec withPartitions(int other) {
    return new TopicSpec(
        name,
        key,
        recordType,
        other,
        retention,
        cleanupPolicy,
        minCompactionLag,
        maxMessageBytes,
        description);
  }
}
