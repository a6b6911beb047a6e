package io.clausestream.pipeline.metrics;

import io.clausestream.core.subscription.SubscriptionRefusal;
import io.clausestream.pipeline.wire.RefusalMapper;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what becomes of requests of subscribers. One thread. */
public final class SubscriptionMetrics {

  private final Counter admitted;
  private final Counter forgotten;
  private final LabelledCounters refused;

  /**
   * Registers the metrics.
   *
   * @param operator the operator's group
   */
  public SubscriptionMetrics(MetricGroup operator) {
    StageMetrics metrics = new StageMetrics(operator);
    admitted = metrics.counter(EngineMetric.SUBSCRIPTION_ADMITTED);
    forgotten = metrics.counter(EngineMetric.SUBSCRIPTION_FORGOTTEN);
    refused = metrics.counters(EngineMetric.SUBSCRIPTION_REFUSED, reasons());
  }

  private static List<String> reasons() {
    List<String> reasons =
        new ArrayList<>(LabelledCounters.names(SubscriptionRefusal.Reason.values()));
    reasons.add(RefusalMapper.UNDECODABLE);
    return reasons;
  }

  /** Terms were admitted. */
  public void admitted() {
    admitted.inc();
  }

  /** A subscriber was forgotten. */
  public void forgotten() {
    forgotten.inc();
  }

  /**
   * A request was refused.
   *
   * @param reason code of the refusal
   */
  public void refused(String reason) {
    refused.count(reason);
  }
}
