package io.clausestream.pipeline.operator;

import io.clausestream.core.subscription.ChangeFacts;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.pipeline.metrics.AlertMetrics;
import io.clausestream.pipeline.wire.AlertMapper;
import io.clausestream.pipeline.wire.ChangeFactsMapper;
import io.clausestream.pipeline.wire.SubscriptionMapper;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Stages subscription and alert: one alert for each subscription that a change matches. */
public final class MatchSubscriptionsFunction extends ProcessFunction<PageChange, Alert> {

  private static final long serialVersionUID = 1;

  private final ArrayList<io.clausestream.schema.Subscription> given;
  private transient List<Subscription> subscriptions = List.of();
  private transient @Nullable AlertMetrics metrics;

  /** Matches these subscriptions, and no others until the job starts anew. */
  public MatchSubscriptionsFunction(List<Subscription> subscriptions) {
    this.given =
        subscriptions.stream()
            .map(SubscriptionMapper::given)
            .collect(Collectors.toCollection(ArrayList::new));
  }

  @Override
  public void open(OpenContext context) {
    subscriptions = given.stream().map(SubscriptionMapper::toCore).toList();
    metrics = new AlertMetrics(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(PageChange change, Context context, Collector<Alert> out) {
    ChangeFacts facts = ChangeFactsMapper.toCore(change);
    for (Subscription subscription : subscriptions) {
      if (subscription.alerts() && subscription.matches(facts, change.getDetectedAt())) {
        Alert alert = AlertMapper.toWire(change, subscription.subscriberId());
        Objects.requireNonNull(metrics, "open was not called")
            .alerted(alert, context.timerService().currentProcessingTime());
        out.collect(alert);
      }
    }
  }
}
