package io.clausestream.pipeline.operator;

import io.clausestream.core.DetectionListener;
import io.clausestream.core.change.Finding;
import io.clausestream.core.severity.PageChange;
import io.clausestream.pipeline.wire.HealthMapper;
import io.clausestream.pipeline.wire.PageChangeMapper;
import io.clausestream.pipeline.wire.SuppressionMapper;
import io.clausestream.pipeline.wire.VerificationMapper;
import io.clausestream.schema.SourceHealth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Turns what the detector finds into records on the operator's outputs, and counts it. */
final class Findings {

  private final String ruleSetVersion;
  private final Counter first;
  private final Counter verified;
  private final Counter changed;
  private final Map<Finding.Suppressed.Cause, Counter> causes =
      new EnumMap<>(Finding.Suppressed.Cause.class);

  Findings(String ruleSetVersion, MetricGroup metrics) {
    this.ruleSetVersion = ruleSetVersion;
    this.first = metrics.counter("first");
    this.verified = metrics.counter("verified");
    this.changed = metrics.counter("changed");
    for (Finding.Suppressed.Cause cause : Finding.Suppressed.Cause.values()) {
      causes.put(cause, metrics.counter(name(cause)));
    }
  }

  private static String name(Finding.Suppressed.Cause cause) {
    return switch (cause) {
      case SUPPRESSED -> "suppressed";
      case BAD_CAPTURE -> "badCaptures";
      case DUPLICATE -> "duplicates";
      case LATE -> "late";
    };
  }

  /**
   * Hears the findings of one record or timer, makes records of them at once, and leaves it to the
   * caller when they go out.
   *
   * @param output gets what puts them out
   */
  DetectionListener to(
      KeyedProcessFunction<?, ?, io.clausestream.schema.PageChange>.Context context,
      Collector<io.clausestream.schema.PageChange> changes,
      List<Runnable> output) {
    return new DetectionListener() {
      @Override
      public void verified(Finding.Verified found) {
        put(
            found.first() ? first : verified,
            SideOutputs.VERIFICATIONS,
            VerificationMapper.toWire(found));
      }

      @Override
      public void suppressed(Finding.Suppressed found) {
        put(
            Objects.requireNonNull(causes.get(found.cause())),
            SideOutputs.SUPPRESSIONS,
            SuppressionMapper.toWire(found, ruleSetVersion));
      }

      @Override
      public void changed(PageChange found) {
        io.clausestream.schema.PageChange wire = PageChangeMapper.toWire(found);
        output.add(
            () -> {
              changed.inc();
              changes.collect(wire);
            });
      }

      @Override
      public void healthChanged(Finding.HealthChanged found) {
        SourceHealth wire = HealthMapper.toWire(found);
        output.add(() -> context.output(SideOutputs.HEALTH, wire));
      }

      private <T> void put(Counter counter, OutputTag<T> tag, T wire) {
        output.add(
            () -> {
              counter.inc();
              context.output(tag, wire);
            });
      }
    };
  }
}
