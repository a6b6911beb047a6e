package io.clausestream.pipeline.operator;

import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.pipeline.wire.AlertMapper;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Stages subscription and alert: one alert for each subscription that a change matches. */
public final class MatchSubscriptionsFunction extends RichFlatMapFunction<PageChange, Alert> {

  private static final long serialVersionUID = 1;

  private final List<Watch> watches;
  private transient List<Subscription> subscriptions = List.of();

  /** Matches these subscriptions, and no others until the job starts anew. */
  public MatchSubscriptionsFunction(List<Subscription> subscriptions) {
    this.watches = subscriptions.stream().map(Watch::of).toList();
  }

  @Override
  public void open(OpenContext context) {
    subscriptions = watches.stream().map(Watch::toCore).toList();
  }

  @Override
  public void flatMap(PageChange change, Collector<Alert> out) {
    Severity severity = Severity.valueOf(change.getSeverity().name());
    for (Subscription subscription : subscriptions) {
      if (subscription.matches(
          change.getPlatform(), severity, change.getCategories(), change.getDetectedAt())) {
        out.collect(AlertMapper.toWire(change, subscription.subscriberId()));
      }
    }
  }
}
