package io.clausestream.pipeline.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EngineMetricTest {

  @Test
  void everyMetricHasANameOfItsOwnInTheOneScheme() {
    assertThat(Stream.of(EngineMetric.values()).map(EngineMetric::flinkName))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+\\.([a-z]+\\.<[a-z]+>\\.)?[a-z][A-Za-z]+"));
    assertThat(Stream.of(EngineMetric.values()).map(EngineMetric::prometheusName))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyMetricSaysWhatItTells() {
    assertThat(Stream.of(EngineMetric.values()).map(EngineMetric::description))
        .allMatch(description -> description.endsWith("."));
  }

  @Test
  void namesAreForEver() {
    assertThat(EngineMetric.PAGE_EVENTS.flinkName()).isEqualTo("page.events");
    assertThat(EngineMetric.CHANGE_SUPPRESSED.flinkName())
        .isEqualTo("change.reason.<reason>.suppressed");
    assertThat(EngineMetric.ALERT_ALERTS.prometheusName())
        .isEqualTo("flink_taskmanager_job_task_operator_alert_severity_alerts");
  }
}
