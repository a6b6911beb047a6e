package io.clausestream.pipeline.metrics;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts digests. One thread. */
public final class DigestMetrics {

  private final Counter digests;
  private final Counter late;

  /**
   * Registers the metrics.
   *
   * @param operator the operator's group
   */
  public DigestMetrics(MetricGroup operator) {
    StageMetrics metrics = new StageMetrics(operator);
    digests = metrics.counter(EngineMetric.DIGEST_DIGESTS);
    late = metrics.counter(EngineMetric.DIGEST_LATE);
  }

  /** A week is told. */
  public void told() {
    digests.inc();
  }

  /** A change came when its week was cut. */
  public void late() {
    late.inc();
  }
}
