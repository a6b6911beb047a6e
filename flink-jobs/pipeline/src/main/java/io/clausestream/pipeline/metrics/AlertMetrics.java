package io.clausestream.pipeline.metrics;

import io.clausestream.core.severity.Severity;
import io.clausestream.schema.Alert;
import io.clausestream.schema.Origin;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;

/** Counts alerts, and measures how long they took. One thread. */
public final class AlertMetrics {

  private final LabelledCounters alerts;
  private final LabelledCounters late;
  private final Counter retractions;
  private final Histogram latency;
  private final Map<Severity, Histogram> latencies = new EnumMap<>(Severity.class);
  private final long objective;

  /**
   * Registers the metrics.
   *
   * @param operator the operator's group
   * @param objective how long after the fetch an alert is late
   */
  public AlertMetrics(MetricGroup operator, Duration objective) {
    StageMetrics metrics = new StageMetrics(operator);
    alerts = metrics.counters(EngineMetric.ALERT_ALERTS, LabelledCounters.names(Severity.values()));
    late = metrics.counters(EngineMetric.ALERT_LATE, LabelledCounters.names(Severity.values()));
    retractions = metrics.counter(EngineMetric.ALERT_RETRACTIONS);
    latency = metrics.histogram(EngineMetric.ALERT_LATENCY);
    for (Severity severity : Severity.values()) {
      latencies.put(
          severity, metrics.histogram(EngineMetric.ALERT_SEVERITY_LATENCY, severity.name()));
    }
    this.objective = objective.toMillis();
  }

  /**
   * An alert goes out.
   *
   * @param now the runtime's time, in milliseconds since 1970; what it has to do with an import or
   *     a replay is nothing, so those are counted and not measured
   */
  public void alerted(Alert alert, long now) {
    String severity = alert.getSeverity().name();
    alerts.count(severity);
    if (alert.getChange().getOrigin() == Origin.LIVE) {
      long fetchedAt = alert.getChange().getCurrent().getFetchedAt().toEpochMilli();
      // A crawler's clock may be ahead of ours.
      long took = Math.max(0, now - fetchedAt);
      latency.update(took);
      latencies.get(Severity.valueOf(severity)).update(took);
      if (took > objective) {
        late.count(severity);
      }
    }
  }

  /** An alert is taken back. */
  public void retracted() {
    retractions.inc();
  }
}
