package io.clausestream.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class KafkaConnectionTest {

  private static final KafkaConnection SECURE =
      KafkaConnection.of("kafka:9093")
          .with("security.protocol", "SASL_SSL")
          .with("sasl.jaas.config", "Login required password=\"hush\";")
          .with("ssl.truststore.password", "hush");

  @Test
  void showsNoSecrets() {
    assertThat(SECURE)
        .hasToString(
            "KafkaConnection[kafka:9093; sasl.jaas.config=***, security.protocol=SASL_SSL,"
                + " ssl.truststore.password=***]");
    assertThat(KafkaConnection.of("kafka:9092")).hasToString("KafkaConnection[kafka:9092]");
  }

  @Test
  void goesWhereTheJobGoes() throws Exception {
    assertThat(InstantiationUtil.clone(SECURE)).isEqualTo(SECURE);
  }

  @Test
  void itsPropertiesWinOverDefaults() {
    assertThat(SECURE.with("linger.ms", "0").toProperties(Map.of("linger.ms", "20", "a", "b")))
        .containsEntry("linger.ms", "0")
        .containsEntry("a", "b")
        .containsEntry("bootstrap.servers", "kafka:9093");
  }

  @Test
  void namesItsServersOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> KafkaConnection.of(" "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SECURE.with("bootstrap.servers", "other:9092"));
  }
}
