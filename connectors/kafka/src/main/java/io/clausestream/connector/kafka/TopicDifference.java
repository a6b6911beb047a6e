package io.clausestream.connector.kafka;

/**
 * One way in which a topic on the broker is not as it should be.
 *
 * @param topic the topic's name
 * @param kind what differs
 * @param setting the topic setting that differs, {@code partitions}, or {@code topic} when the
 *     topic is missing
 * @param expected what it should be
 * @param actual what it is
 */
public record TopicDifference(
    String topic, Kind kind, String setting, String expected, String actual) {

  /** What differs. */
  public enum Kind {
    /** The topic does not exist. */
    MISSING,
    /** The number of partitions, which decides in which one a key's records stand. */
    PARTITIONS,
    /** A setting of the topic. */
    CONFIG
  }

  /** The difference and its remedy, in one line. */
  public String message() {
    return switch (kind) {
      case MISSING -> "Topic " + topic + " does not exist: create it.";
      case PARTITIONS ->
          "Topic %s has %s partitions, the catalogue %s: keep them once it holds records, for a change moves keys."
              .formatted(topic, actual, expected);
      case CONFIG ->
          "Topic %s has %s=%s, the catalogue %s: alter the topic."
              .formatted(topic, setting, actual, expected);
    };
  }
}
