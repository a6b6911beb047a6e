package io.clausestream.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientPropertiesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"sasl.jaas.config", "ssl.key.password", "ssl.keystore.key", "some.plugin.setting"})
  void passwordsAndWhatKafkaDoesNotKnowAreSecret(String property) {
    assertThat(ClientProperties.isSecret(property)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"security.protocol", "client.id", "linger.ms", "fetch.max.bytes"})
  void whatAnyClientKnowsAsNoPasswordIsNoSecret(String property) {
    assertThat(ClientProperties.isSecret(property)).isFalse();
  }
}
