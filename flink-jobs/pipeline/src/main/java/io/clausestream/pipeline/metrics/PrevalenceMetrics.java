package io.clausestream.pipeline.metrics;

import io.clausestream.core.prevalence.DayCount;
import io.clausestream.core.severity.Direction;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what is counted across platforms. One thread. */
public final class PrevalenceMetrics {

  private final Counter days;
  private final LabelledCounters movements;
  private final Counter late;

  /**
   * Registers the metrics.
   *
   * @param operator the operator's group
   */
  public PrevalenceMetrics(MetricGroup operator) {
    StageMetrics metrics = new StageMetrics(operator);
    days = metrics.counter(EngineMetric.PREVALENCE_DAYS);
    movements =
        metrics.counters(
            EngineMetric.PREVALENCE_MOVEMENTS,
            List.of(Direction.ADVERSE.name(), Direction.PROTECTIVE.name()));
    late = metrics.counter(EngineMetric.PREVALENCE_LATE);
  }

  /** A day is told. */
  public void told(DayCount count) {
    days.inc();
    count.movements().forEach(movement -> movements.count(movement.direction().name()));
  }

  /** Something came when its day had ended. */
  public void late() {
    late.inc();
  }
}
