package io.clausestream.pipeline.operator;

import io.clausestream.core.DetectionListener;
import io.clausestream.core.change.Finding;
import io.clausestream.core.severity.PageChange;
import io.clausestream.pipeline.wire.HealthMapper;
import io.clausestream.pipeline.wire.PageChangeMapper;
import io.clausestream.pipeline.wire.SuppressionMapper;
import io.clausestream.pipeline.wire.VerificationMapper;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Turns what the detector finds into records on the operator's outputs, and has it counted. */
final class Findings {

  private final String ruleSetVersion;
  private final DetectionListener metrics;

  /**
   * Findings under a set of rules.
   *
   * @param metrics hears each finding too
   */
  Findings(String ruleSetVersion, DetectionListener metrics) {
    this.ruleSetVersion = ruleSetVersion;
    this.metrics = metrics;
  }

  /** Hears the findings of one record or timer. */
  DetectionListener to(
      KeyedProcessFunction<?, ?, io.clausestream.schema.PageChange>.Context context,
      Collector<io.clausestream.schema.PageChange> changes) {
    return new DetectionListener() {
      @Override
      public void verified(Finding.Verified found) {
        metrics.verified(found);
        context.output(SideOutputs.VERIFICATIONS, VerificationMapper.toWire(found));
      }

      @Override
      public void suppressed(Finding.Suppressed found) {
        metrics.suppressed(found);
        context.output(SideOutputs.SUPPRESSIONS, SuppressionMapper.toWire(found, ruleSetVersion));
      }

      @Override
      public void changed(PageChange found) {
        metrics.changed(found);
        changes.collect(PageChangeMapper.toWire(found));
      }

      @Override
      public void healthChanged(Finding.HealthChanged found) {
        metrics.healthChanged(found);
        context.output(SideOutputs.HEALTH, HealthMapper.toWire(found));
      }
    };
  }
}
