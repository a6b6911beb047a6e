package io.clausestream.pipeline.metrics;

import io.clausestream.core.severity.Severity;
import io.clausestream.schema.Alert;
import io.clausestream.schema.Origin;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;

/** Counts alerts, and measures how long they took. One thread. */
public final class AlertMetrics {

  private final LabelledCounters alerts;
  private final Histogram latency;

  /**
   * Registers the metrics.
   *
   * @param operator the operator's group
   */
  public AlertMetrics(MetricGroup operator) {
    StageMetrics metrics = new StageMetrics(operator);
    alerts = metrics.counters(EngineMetric.ALERT_ALERTS, LabelledCounters.names(Severity.values()));
    latency = metrics.histogram(EngineMetric.ALERT_LATENCY);
  }

  /**
   * An alert goes out.
   *
   * @param now the runtime's time, in milliseconds since 1970; what it has to do with an import or
   *     a replay is nothing, so those are counted and not measured
   */
  public void alerted(Alert alert, long now) {
    alerts.count(alert.getSeverity().name());
    if (alert.getChange().getOrigin() == Origin.LIVE) {
      long fetchedAt = alert.getChange().getCurrent().getFetchedAt().toEpochMilli();
      // A crawler's clock may be ahead of ours.
      latency.update(Math.max(0, now - fetchedAt));
    }
  }
}
