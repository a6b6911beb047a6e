package io.clausestream.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

/** The schema takes a Kafka client's properties in the values, but for those that are secret. */
class KafkaPropertiesTest {

  private static final JsonNode NAMES =
      ChartFiles.json(ChartFiles.read(ChartFiles.CHART.resolve("values.schema.json")))
          .at("/properties/kafka/properties/properties/propertyNames");

  @Test
  void whatKafkaHoldsForAPasswordIsRefused() {
    assertThat(properties(ConfigDef.Type.PASSWORD))
        .hasSizeGreaterThan(5)
        .noneMatch(KafkaPropertiesTest::isTaken);
  }

  @Test
  void whatSetsUpTlsAndSaslIsTaken() {
    assertThat(
            List.of(
                "security.protocol",
                "sasl.mechanism",
                "ssl.truststore.location",
                "ssl.truststore.type",
                "ssl.keystore.location",
                "ssl.endpoint.identification.algorithm",
                "client.id"))
        .allMatch(KafkaPropertiesTest::isTaken);
  }

  /** A variable's name has room for nothing else. */
  @Test
  void everyPropertyOfKafkaCanBeAVariable() {
    assertThat(properties(null)).allMatch(name -> name.matches("[a-z0-9.]+"));
  }

  private static List<String> properties(ConfigDef.@org.jspecify.annotations.Nullable Type type) {
    return Stream.of(
            ConsumerConfig.configDef(), ProducerConfig.configDef(), AdminClientConfig.configDef())
        .flatMap(client -> client.configKeys().values().stream())
        .filter(key -> type == null || key.type() == type)
        .map(key -> key.name)
        .distinct()
        .toList();
  }

  private static boolean isTaken(String property) {
    return Pattern.compile(NAMES.path("pattern").asText()).matcher(property).find()
        && !Pattern.compile(NAMES.at("/not/pattern").asText()).matcher(property).find();
  }
}
