package io.clausestream.pipeline.metrics;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts terms that went to their platforms. One thread. */
public final class RouteMetrics {

  private final Counter routed;
  private final Counter unusable;

  /**
   * Registers the metrics.
   *
   * @param operator the operator's group
   */
  public RouteMetrics(MetricGroup operator) {
    StageMetrics metrics = new StageMetrics(operator);
    routed = metrics.counter(EngineMetric.SUBSCRIPTION_TERMS);
    unusable = metrics.counter(EngineMetric.SUBSCRIPTION_UNUSABLE);
  }

  /** Terms went to their platforms. */
  public void routed() {
    routed.inc();
  }

  /** A record could not be used. */
  public void unusable() {
    unusable.inc();
  }
}
