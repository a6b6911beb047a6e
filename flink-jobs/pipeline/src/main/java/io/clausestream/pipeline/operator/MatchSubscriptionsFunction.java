package io.clausestream.pipeline.operator;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.subscription.ChangeFacts;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.pipeline.metrics.AlertMetrics;
import io.clausestream.pipeline.wire.AlertMapper;
import io.clausestream.pipeline.wire.ChangeFactsMapper;
import io.clausestream.pipeline.wire.RefusalMapper;
import io.clausestream.pipeline.wire.SubscriptionMapper;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.WireCodec;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Stages subscription and alert: one alert for each subscription that a change matches, whichever
 * of the two comes second. All under one key.
 */
public final class MatchSubscriptionsFunction
    extends KeyedCoProcessFunction<Integer, PageChange, KafkaRecord, Alert> {

  private static final long serialVersionUID = 1;

  private transient @Nullable ListState<PageChange> changes;
  private transient @Nullable MapState<String, byte[]> subscriptions;
  private transient @Nullable AlertMetrics metrics;

  @Override
  public void open(OpenContext context) {
    changes =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("changes", TypeInformation.of(PageChange.class)));
    subscriptions =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "subscriptions",
                    Types.STRING,
                    PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    metrics = new AlertMetrics(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement1(PageChange change, Context context, Collector<Alert> out)
      throws Exception {
    Objects.requireNonNull(changes).add(change);
    for (byte[] subscription : Objects.requireNonNull(subscriptions).values()) {
      match(change, decoded(subscription), context, out);
    }
  }

  @Override
  public void processElement2(KafkaRecord record, Context context, Collector<Alert> out)
      throws Exception {
    byte[] value = record.value();
    if (value == null) {
      Objects.requireNonNull(subscriptions).remove(RefusalMapper.key(record));
      return;
    }
    Objects.requireNonNull(subscriptions).put(RefusalMapper.key(record), value);
    for (PageChange change : Objects.requireNonNull(changes).get()) {
      match(change, decoded(value), context, out);
    }
  }

  private void match(
      PageChange change, Subscription subscription, Context context, Collector<Alert> out) {
    ChangeFacts facts = ChangeFactsMapper.toCore(change);
    if (subscription.alerts() && subscription.matches(facts, change.getDetectedAt())) {
      Alert alert = AlertMapper.toWire(change, subscription.subscriberId());
      Objects.requireNonNull(metrics)
          .alerted(alert, context.timerService().currentProcessingTime());
      out.collect(alert);
    }
  }

  private static Subscription decoded(byte[] value) throws UndecodableRecordException {
    return SubscriptionMapper.toCore(
        WireCodec.of(io.clausestream.schema.Subscription.class).decode(value));
  }
}
