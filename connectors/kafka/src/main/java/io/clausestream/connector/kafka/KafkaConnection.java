package io.clausestream.connector.kafka;

import java.io.Serializable;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How to reach a Kafka cluster. Immutable and serializable; {@link #toString()} shows no values
 * that could be secret, so it may be logged.
 *
 * @param bootstrapServers host:port pairs, separated by commas
 * @param properties further properties of every Kafka client (producer, consumer, admin) that
 *     connects, for example {@code security.protocol} and the {@code sasl.*} and {@code ssl.*} ones
 */
public record KafkaConnection(String bootstrapServers, Map<String, String> properties)
    implements Serializable {

  private static final long serialVersionUID = 1;
  private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

  /** What may be shown; of all else only the name is. */
  private static final Set<String> SHOWN =
      Set.of("security.protocol", "sasl.mechanism", "client.id", "client.dns.lookup");

  /**
   * Checks that bootstrap servers are named, and once.
   *
   * @throws IllegalArgumentException when they are not
   */
  public KafkaConnection {
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException(
          "No Kafka bootstrap servers are named: give host:port, several separated by commas.");
    }
    if (properties.containsKey(BOOTSTRAP_SERVERS)) {
      throw new IllegalArgumentException(
          "The extra Kafka client properties name bootstrap.servers, which has its own setting.");
    }
    properties = Map.copyOf(properties);
  }

  /** A cluster that needs no properties: plain text, no authentication. */
  public static KafkaConnection of(String bootstrapServers) {
    return new KafkaConnection(bootstrapServers, Map.of());
  }

  /** The same connection with one more client property. */
  public KafkaConnection with(String name, String value) {
    Map<String, String> more = new TreeMap<>(properties);
    more.put(name, value);
    return new KafkaConnection(bootstrapServers, more);
  }

  /** Properties for a Kafka client, secrets included: not for logs. A new object at each call. */
  public Properties toProperties() {
    Properties all = new Properties();
    all.putAll(properties);
    all.setProperty(BOOTSTRAP_SERVERS, bootstrapServers);
    return all;
  }

  /** Properties for a Kafka client; those of the connection win over the defaults given here. */
  Properties toProperties(Map<String, String> defaults) {
    Properties all = new Properties();
    all.putAll(defaults);
    all.putAll(toProperties());
    return all;
  }

  @Override
  public String toString() {
    String shown =
        new TreeMap<>(properties)
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + (SHOWN.contains(e.getKey()) ? e.getValue() : "***"))
                .collect(Collectors.joining(", "));
    return "KafkaConnection[" + bootstrapServers + (shown.isEmpty() ? "" : "; " + shown) + "]";
  }
}
