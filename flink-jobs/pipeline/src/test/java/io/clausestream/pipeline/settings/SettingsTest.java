package io.clausestream.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.pipeline.settings.SettingOrigin.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  private static final String SERVERS = KafkaOptions.BOOTSTRAP_SERVERS.key();
  private static final String SERVERS_VARIABLE = "CLAUSESTREAM_KAFKA_BOOTSTRAP_SERVERS";
  private static final String TIMEOUT = KafkaOptions.TRANSACTION_TIMEOUT.key();
  private static final String JAAS = KafkaOptions.PROPERTIES.key() + ".sasl.jaas.config";

  @TempDir private Path folder;

  @Test
  void anArgumentWinsOverTheEnvironmentThatOverTheFileThatOverTheJobsDefault() throws IOException {
    Configuration defaults = new Configuration();
    defaults.set(KafkaOptions.BOOTSTRAP_SERVERS, "job:1");
    SettingsBuilder settings = new SettingsBuilder();
    assertThat(settings.build().find(SERVERS)).isEmpty();

    // Added in another order than they win in.
    settings.argument("-D " + SERVERS, SERVERS, "argument:1");
    Settings argument =
        settings
            .defaults("the job", defaults)
            .environment(Map.of(SERVERS_VARIABLE, "environment:1"))
            .folder(file("clausestream.kafka.bootstrap-servers: file:1"))
            .build();
    assertSetting(argument, "argument:1", Kind.ARGUMENT, "-D " + SERVERS);

    Settings environment =
        new SettingsBuilder()
            .environment(Map.of(SERVERS_VARIABLE, "environment:1"))
            .folder(folder)
            .defaults("the job", defaults)
            .build();
    assertSetting(environment, "environment:1", Kind.ENVIRONMENT, SERVERS_VARIABLE);

    Settings file = new SettingsBuilder().folder(folder).defaults("the job", defaults).build();
    assertSetting(file, "file:1", Kind.FILE, folder.resolve("config.yaml").toString());

    Settings job = new SettingsBuilder().defaults("the job", defaults).build();
    assertSetting(job, "job:1", Kind.RUNNER, "the job");
  }

  @Test
  void whatNobodySetsIsListedWithItsDefault() {
    Settings settings = new SettingsBuilder().build();

    assertThat(settings.inForce())
        .contains(
            new Setting(TIMEOUT, "7 d", SettingOrigin.DEFAULT),
            new Setting(SERVERS, null, SettingOrigin.DEFAULT));
    assertThat(settings.configuration().get(KafkaOptions.TRANSACTION_TIMEOUT))
        .isEqualTo(Duration.ofDays(7));
  }

  @Test
  void settingsOfFlinkPassThrough() throws IOException {
    Settings settings = new SettingsBuilder().folder(file("parallelism: {default: 3}")).build();

    assertThat(settings.configuration().get(CoreOptions.DEFAULT_PARALLELISM)).isEqualTo(3);
    assertThat(settings.inForce()).extracting(Setting::key).endsWith("parallelism.default");
  }

  @Test
  void entriesOfSeveralPlacesComeTogether() throws IOException {
    Settings settings =
        new SettingsBuilder()
            .folder(
                file(
                    """
                    clausestream:
                      kafka:
                        properties:
                          security.protocol: SASL_SSL
                          client.id: of the file
                    """))
            .environment(Map.of("CLAUSESTREAM_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "secret words"))
            .argument("-D", KafkaOptions.PROPERTIES.key(), "client.id:of the argument")
            .build();

    assertThat(settings.configuration().get(KafkaOptions.PROPERTIES))
        .isEqualTo(
            Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.jaas.config", "secret words",
                "client.id", "of the argument"));
  }

  @Test
  void secretsAreMasked() {
    Settings settings =
        new SettingsBuilder()
            .argument("-D", JAAS, "hunter2")
            .argument("-D", KafkaOptions.PROPERTIES.key() + ".ssl.keystore.key", "hunter2")
            .argument("-D", KafkaOptions.PROPERTIES.key() + ".ssl.key.password", "hunter2")
            .argument("-D", KafkaOptions.PROPERTIES.key() + ".of.a.plugin", "hunter2")
            .argument("-D", "env.java.opts.all", "-Djavax.net.ssl.keyStorePassword=hunter2")
            .argument("-D", KafkaOptions.PROPERTIES.key() + ".ssl.truststore.location", "/t.jks")
            .build();

    assertThat(settings.inForce()).asString().doesNotContain("hunter2").contains("/t.jks");
    assertThat(settings.find(JAAS).orElseThrow().shown()).isEqualTo(Setting.MASK);
    assertThat(settings.configuration().get(KafkaOptions.PROPERTIES).get("sasl.jaas.config"))
        .isEqualTo("hunter2");
  }

  @Test
  void anUnknownKeyGetsTheNearestAndItsPlace() throws IOException {
    assertRefused(() -> new SettingsBuilder().folder(file("clausestream.kafka.group: x")))
        .contains("'clausestream.kafka.group'", "config.yaml", "'clausestream.kafka.group-id'");
    assertRefused(() -> new SettingsBuilder().argument("-D x", "clausestraem.kafka.group-id", "x"))
        .contains("argument -D x", "'clausestream.kafka.group-id'");
  }

  @Test
  void anUnknownVariableGetsTheNearest() {
    assertRefused(() -> environment("CLAUSESTREAM_KAFKA_BOOTSTRAP_SERVER", "x"))
        .contains("CLAUSESTREAM_KAFKA_BOOTSTRAP_SERVER ", SERVERS_VARIABLE + "?");
    assertRefused(() -> environment("CLAUSESTREAM_JAVAOPTS", "-Xmx2g"))
        .contains("CLAUSESTREAM_JAVA_OPTS?");
    assertRefused(() -> environment("CLAUSESTREAM_METRIC_PROMETHEUS_PORT", "9249"))
        .contains("CLAUSESTREAM_METRICS_PROMETHEUS_PORT?");
  }

  @Test
  void variablesOfTheLauncherAndOfServicesAreNobodysMistake() {
    Settings settings =
        new SettingsBuilder()
            .environment(
                Map.of(
                    "CLAUSESTREAM_JAVA_OPTS", "-Xmx2g",
                    "CLAUSESTREAM_REST_SERVICE_HOST", "10.0.0.1",
                    "CLAUSESTREAM_REST_SERVICE_PORT_WEB", "8081",
                    "CLAUSESTREAM_REST_PORT", "tcp://10.0.0.1:8081",
                    "CLAUSESTREAM_REST_PORT_8081_TCP_ADDR", "10.0.0.1",
                    "PATH", "/bin"))
            .build();

    assertThat(settings.set()).isEmpty();
  }

  @Test
  void aWrongValueGetsItsPlaceAndAnExample() {
    assertRefused(() -> environment("CLAUSESTREAM_KAFKA_TRANSACTION_TIMEOUT", "soon"))
        .contains(TIMEOUT, "'soon'", "CLAUSESTREAM_KAFKA_TRANSACTION_TIMEOUT", "7 d");
    assertRefused(() -> environment("CLAUSESTREAM_KAFKA_DELIVERY_GUARANTEE", "twice"))
        .contains("'twice'", "exactly-once, at-least-once");
    assertRefused(() -> environment("CLAUSESTREAM_METRICS_PROMETHEUS_PORT", "high"))
        .contains("'high'", "whole number");
    assertRefused(() -> environment("CLAUSESTREAM_KAFKA_PROPERTIES", "hunter2"))
        .contains("name:value")
        .doesNotContain("hunter2");
  }

  @Test
  void aFileThatIsNotThereOrNoYamlIsNamed() throws IOException {
    Path nowhere = folder.resolve("nowhere");
    assertRefused(() -> new SettingsBuilder().folder(nowhere))
        .contains("config.yaml", nowhere.toString(), "--config");
    assertRefused(() -> new SettingsBuilder().folder(file("a: b: c")))
        .contains(folder.resolve("config.yaml").toString());
  }

  private static Settings environment(String variable, String value) {
    return new SettingsBuilder().environment(Map.of(variable, value)).build();
  }

  private Path file(String yaml) throws IOException {
    Files.writeString(folder.resolve("config.yaml"), yaml);
    return folder;
  }

  private static void assertSetting(Settings settings, String value, Kind kind, String where) {
    assertThat(settings.find(SERVERS))
        .contains(new Setting(SERVERS, value, new SettingOrigin(kind, where)));
    assertThat(settings.configuration().get(KafkaOptions.BOOTSTRAP_SERVERS)).isEqualTo(value);
  }

  private static org.assertj.core.api.AbstractStringAssert<?> assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    var thrown = assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
    thrown.message().doesNotContain("\n");
    return thrown.message();
  }
}
