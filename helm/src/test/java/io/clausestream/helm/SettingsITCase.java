package io.clausestream.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.pipeline.settings.KnownOptions;
import io.clausestream.pipeline.settings.SettingsBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine and its Kafka clients read what the chart hands them, secrets from mounted files. */
class SettingsITCase {

  private static final String MOUNT = "/etc/clausestream/kafka";
  private static final String JAAS = "sasl.jaas.config";

  @TempDir Path folder;

  static List<Path> scenarios() {
    return ChartFiles.scenarios();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theEngineKnowsEveryKeyAndVariable(Path scenario) {
    JsonNode spec = Rendered.of(scenario).one("FlinkDeployment").get("spec");

    assertThat(spec.get("flinkConfiguration").fieldNames())
        .toIterable()
        .filteredOn(key -> key.startsWith(KnownOptions.PREFIX))
        .contains(KafkaOptions.BOOTSTRAP_SERVERS.key())
        .allSatisfy(key -> assertThat(KnownOptions.shipped().ofKey(key)).as(key).isPresent());
    assertThat(read(spec).get(KafkaOptions.BOOTSTRAP_SERVERS)).contains(":909");
  }

  @Test
  void theJobsClientsReadTheirPasswordFromTheMountedFile() throws IOException {
    JsonNode spec = Rendered.of(ChartFiles.scenario("production")).one("FlinkDeployment");
    KafkaConnection connection = KafkaOptions.connection(read(spec.get("spec")));

    assertThat(connection.properties()).containsEntry("security.protocol", "SASL_SSL");
    assertThat(connection.properties().get(JAAS)).startsWith("${dir:" + MOUNT);
    assertThat(resolved(connection.properties())).isEqualTo("demo-login required;");
  }

  @Test
  void theCommandsClientsDoTheSame() throws IOException {
    Rendered rendered = Rendered.of(ChartFiles.scenario("production"));
    for (String name : List.of("demo-client", "demo-topics-client")) {
      Properties properties = new Properties();
      String text = rendered.one("ConfigMap", name).at("/data/client.properties").asText();
      properties.load(new StringReader(text));
      Map<String, String> map = new LinkedHashMap<>();
      properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));

      assertThat(resolved(map)).as(name).isEqualTo("demo-login required;");
    }
  }

  @Test
  void everyFileThatASettingNamesIsMounted() {
    JsonNode spec = Rendered.of(ChartFiles.scenario("production")).one("FlinkDeployment");
    Configuration conf = read(spec.get("spec"));
    JsonNode files =
        Rendered.of(ChartFiles.scenario("production")).one("ConfigMap", "demo-plans").get("data");

    Path file = Path.of(conf.getString("clausestream.subscription.plans-file", ""));
    assertThat(file.getParent()).isEqualTo(Path.of("/etc/clausestream/plans"));
    assertThat(files.has(file.getFileName().toString())).isTrue();
  }

  /** As the job reads it: the cluster's config.yaml, and variables over it. */
  private static Configuration read(JsonNode spec) {
    Configuration cluster = new Configuration();
    spec.get("flinkConfiguration")
        .properties()
        .forEach(entry -> cluster.setString(entry.getKey(), entry.getValue().asText()));
    Map<String, String> variables = new LinkedHashMap<>();
    JsonNode env = spec.at("/jobManager/podTemplate/spec/containers/0/env");
    Rendered.elements(env)
        .filter(variable -> variable.has("value"))
        .forEach(
            variable ->
                variables.put(variable.path("name").asText(), variable.path("value").asText()));
    return new SettingsBuilder()
        .defaults("the cluster", cluster)
        .environment(variables)
        .build()
        .configuration();
  }

  /** What a Kafka client has for a password, with the Secret mounted in a folder of the test. */
  private String resolved(Map<String, String> properties) throws IOException {
    Path secret = Files.createDirectories(folder.resolve("clausestream-kafka"));
    Files.writeString(secret.resolve(JAAS), "demo-login required;");
    Map<String, Object> client = new LinkedHashMap<>();
    properties.forEach((key, value) -> client.put(key, value.replace(MOUNT, folder.toString())));
    client.put("bootstrap.servers", "kafka:9093");
    Password password = new AdminClientConfig(client).getPassword(JAAS);
    return password.value();
  }
}
