package io.clausestream.connector.kafka;

import java.util.List;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;

/** What Kafka itself says of the properties of its clients. */
public final class ClientProperties {

  private static final List<ConfigDef> CLIENTS =
      List.of(
          ConsumerConfig.configDef(), ProducerConfig.configDef(), AdminClientConfig.configDef());

  private ClientProperties() {}

  /**
   * Whether a property's value must not be shown: Kafka holds it for a password, or does not know
   * the property, which then may be anything.
   */
  public static boolean isSecret(String property) {
    return CLIENTS.stream()
        .map(client -> client.configKeys().get(property))
        .noneMatch(known -> known != null && known.type() != ConfigDef.Type.PASSWORD);
  }
}
