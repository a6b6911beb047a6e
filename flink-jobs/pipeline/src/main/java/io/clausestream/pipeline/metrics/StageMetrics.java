package io.clausestream.pipeline.metrics;

import java.util.Collection;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** Registers the engine's metrics in an operator's group. One thread, that of the operator. */
final class StageMetrics {

  private static final int WINDOW = 1024;

  private final MetricGroup operator;

  StageMetrics(MetricGroup operator) {
    this.operator = operator;
  }

  Counter counter(EngineMetric metric) {
    return group(metric).counter(metric.id());
  }

  /** Counters by the value of a label; those of the known values are there from the start. */
  LabelledCounters counters(EngineMetric metric, Collection<String> known) {
    String label = metric.label().orElseThrow();
    return new LabelledCounters(
        value -> group(metric).addGroup(label, value).counter(metric.id()), known);
  }

  Histogram histogram(EngineMetric metric) {
    return group(metric).histogram(metric.id(), new DescriptiveStatisticsHistogram(WINDOW));
  }

  /** The histogram of one value of a label. */
  Histogram histogram(EngineMetric metric, String value) {
    return group(metric)
        .addGroup(metric.label().orElseThrow(), value)
        .histogram(metric.id(), new DescriptiveStatisticsHistogram(WINDOW));
  }

  private MetricGroup group(EngineMetric metric) {
    return operator.addGroup(metric.stage().word());
  }
}
