package io.clausestream.pipeline.operator;

import io.clausestream.core.DetectionListener;
import io.clausestream.core.change.Finding;
import io.clausestream.core.severity.PageChange;
import io.clausestream.pipeline.wire.CategoryNews;
import io.clausestream.pipeline.wire.CategoryNewsMapper;
import io.clausestream.pipeline.wire.HealthMapper;
import io.clausestream.pipeline.wire.PageChangeMapper;
import io.clausestream.pipeline.wire.SuppressionMapper;
import io.clausestream.pipeline.wire.VerificationMapper;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Turns what the detector finds into records on the operator's outputs, and has it counted. */
final class Findings {

  private final Function<Instant, String> ruleSetVersion;
  private final DetectionListener metrics;

  /**
   * Findings under rules.
   *
   * @param ruleSetVersion the version in effect for what was fetched at an instant
   * @param metrics hears each finding too
   */
  Findings(Function<Instant, String> ruleSetVersion, DetectionListener metrics) {
    this.ruleSetVersion = ruleSetVersion;
    this.metrics = metrics;
  }

  /**
   * Hears the findings of one record or timer, makes records of them at once, and leaves it to the
   * caller when they go out.
   *
   * @param output gets what puts them out
   */
  DetectionListener to(
      KeyedBroadcastProcessFunction<?, ?, ?, io.clausestream.schema.PageChange>.ReadOnlyContext
          context,
      Collector<io.clausestream.schema.PageChange> changes,
      List<Runnable> output) {
    return new DetectionListener() {
      @Override
      public void verified(Finding.Verified found) {
        put(
            () -> metrics.verified(found),
            SideOutputs.VERIFICATIONS,
            VerificationMapper.toWire(found));
      }

      @Override
      public void suppressed(Finding.Suppressed found) {
        put(
            () -> metrics.suppressed(found),
            SideOutputs.SUPPRESSIONS,
            SuppressionMapper.toWire(found, ruleSetVersion.apply(found.ref().fetchedAt())));
      }

      @Override
      public void changed(PageChange found) {
        io.clausestream.schema.PageChange wire = PageChangeMapper.toWire(found);
        output.add(
            () -> {
              metrics.changed(found);
              LogLines.change(wire);
              changes.collect(wire);
            });
        news(CategoryNewsMapper.moves(found));
      }

      @Override
      public void healthChanged(Finding.HealthChanged found) {
        put(() -> metrics.healthChanged(found), SideOutputs.HEALTH, HealthMapper.toWire(found));
      }

      @Override
      public void categoriesRead(Finding.CategoriesRead found) {
        news(CategoryNewsMapper.readings(found));
      }

      private void news(List<CategoryNews> news) {
        output.add(() -> news.forEach(one -> context.output(SideOutputs.CATEGORY_NEWS, one)));
      }

      private <T> void put(Runnable count, OutputTag<T> tag, T wire) {
        output.add(
            () -> {
              count.run();
              context.output(tag, wire);
            });
      }
    };
  }
}
