package io.clausestream.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Real helm takes the chart, with each scenario's values, and refuses wrong ones. */
class HelmITCase {

  @TempDir Path folder;

  static List<Path> scenarios() {
    return ChartFiles.scenarios();
  }

  @Test
  void strictLintFindsNothing() {
    assertClean(ChartFiles.CHART);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void strictLintFindsNothingWithTheValuesOfAScenario(Path scenario) throws IOException {
    assertClean(chartWith(scenario));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void noTwoResourcesHaveOneName(Path scenario) {
    Rendered rendered = Rendered.of(scenario);

    assertThat(rendered.documents())
        .hasSizeGreaterThan(4)
        .extracting(
            document -> document.path("kind").asText() + " " + document.at("/metadata/name"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "kafka.bootstrapServer, kafka:9092",
    "kafka.bootstrapServers, kafka",
    "kafka.properties.bootstrap\\.servers, kafka:9092",
    "kafka.properties.sasl\\.jaas\\.config, secret",
    "kafka.properties.ssl\\.keystore\\.password, secret",
    "job.parallelism, 0",
    "job.parallelism, 1025",
    "job.upgradeMode, stateless",
    "job.rocksdb.volume, hostPath",
    "job.taskManager.memory, much",
    "job.settings.clausestream\\.canonical\\.time-budgets, 10 s",
    "job.settings.clausestream\\.kafka\\.bootstrap-servers, kafka:9092",
    "job.flinkConfiguration.clausestream\\.canonical\\.time-budget, 10 s",
    "job.flinkConfiguration.s3\\.secret-key, secret",
    "job.flinkConfiguration.s3\\.access-key, secret",
    "job.flinkConfiguration.security\\.ssl\\.rest\\.key-password, secret",
    "topics.mode, magic",
    "storage.location, /tmp/state",
    "monitoring.prometheusRule.badCaptures, 30",
    "nonsense, 1"
  })
  void aWrongValueIsRefusedByItsName(String key, String value) {
    TemplateCommand command = Rendered.command().set(key, value);

    assertThatThrownBy(command::call)
        .hasMessageContaining("values don't meet the specifications of the schema")
        .hasMessageContaining(key.split("\\.")[0]);
  }

  @ParameterizedTest
  @CsvSource({"job.jobManager.replicas, 2", "job.upgradeMode, last-state"})
  void whatNeedsHighAvailabilityIsRefusedWithoutIt(String key, String value) {
    TemplateCommand command =
        Rendered.command().set("job.highAvailability.enabled", false).set(key, value);

    assertThatThrownBy(command::call)
        .hasMessageContaining(key)
        .hasMessageContaining("needs job.highAvailability.enabled");
  }

  @Test
  void aRightValueOfTheSameKindIsTaken() {
    Rendered rendered =
        Rendered.of(
            Rendered.command()
                .set("job.settings.clausestream\\.canonical\\.time-budget", "10 s")
                .set("job.flinkConfiguration.kubernetes\\.secrets", "mounted:/mnt")
                .set("kafka.properties.client\\.id", "demo"));

    assertThat(rendered.text()).contains("clausestream.canonical.time-budget: \"10 s\"");
  }

  private static void assertClean(Path chart) {
    LintResult result = new Helm(chart).lint().strict().call();

    assertThat(result.getMessages()).noneMatch(line -> line.contains("[ERROR]"));
    assertThat(result.getMessages()).noneMatch(line -> line.contains("[WARNING]"));
    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  /** Helm's library lints a chart with its own values only. */
  private Path chartWith(Path scenario) throws IOException {
    Path copy = ChartFiles.copy(folder.resolve("clausestream"), UnaryOperator.identity());
    JsonNode values = ChartFiles.yaml(ChartFiles.read(ChartFiles.VALUES));
    JsonNode merged =
        new ObjectMapper()
            .readerForUpdating(values)
            .readValue(ChartFiles.yaml(ChartFiles.read(scenario)));
    Files.writeString(copy.resolve("values.yaml"), merged.toString());
    return copy;
  }
}
