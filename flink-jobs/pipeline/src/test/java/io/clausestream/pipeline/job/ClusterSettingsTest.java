package io.clausestream.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.pipeline.options.MetricsOptions;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class ClusterSettingsTest {

  private static final Configuration NOTHING = new Configuration();
  private static final Configuration PORT =
      new Configuration().set(MetricsOptions.PROMETHEUS_PORT, 9249);

  @Test
  void aClusterWithoutTheReporterIsToldWhatItLacks() {
    assertThatThrownBy(() -> ClusterSettings.check(cluster(NOTHING), PORT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            MetricsOptions.PROMETHEUS_PORT.key(),
            "metrics.reporter.prometheus.factory.class: org.apache.flink.metrics.prometheus",
            "metrics.reporter.prometheus.port")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> ClusterSettings.check(cluster(PORT), NOTHING))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aClusterWithTheReporterUnderAnyNameWillDo() {
    Configuration other =
        Configuration.fromMap(
            Map.of("metrics.reporter.mine.factory.class", PrometheusReporter.FACTORY));

    assertThatCode(() -> ClusterSettings.check(cluster(other), PORT)).doesNotThrowAnyException();
    assertThatCode(() -> ClusterSettings.check(cluster(NOTHING), NOTHING))
        .doesNotThrowAnyException();
  }

  @Test
  void aJobInOneProcessBringsItsReporter() {
    assertThatCode(
            () -> ClusterSettings.check(StreamExecutionEnvironment.createLocalEnvironment(), PORT))
        .doesNotThrowAnyException();
    assertThat(PrometheusReporter.addTo(PORT).toMap())
        .containsEntry(PrometheusReporter.PORT_KEY, "9249")
        .containsEntry(PrometheusReporter.FACTORY_KEY, PrometheusReporter.FACTORY);
    assertThat(PrometheusReporter.addTo(NOTHING).keySet()).isEmpty();
  }

  @Test
  void aWrongKeyInTheClustersFileIsNamed() {
    Configuration wrong = Configuration.fromMap(Map.of("clausestream.kafka.group", "x"));

    assertThatThrownBy(() -> ClusterSettings.check(cluster(wrong), NOTHING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "clausestream.kafka.group",
            "config.yaml of the cluster",
            "clausestream.kafka.group-id");
  }

  /** An environment as a client of a cluster has it. */
  private static StreamExecutionEnvironment cluster(Configuration conf) {
    return new StreamExecutionEnvironment(conf);
  }
}
