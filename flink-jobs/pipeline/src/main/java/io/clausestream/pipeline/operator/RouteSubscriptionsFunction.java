package io.clausestream.pipeline.operator;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.core.subscription.DigestTime;
import io.clausestream.core.subscription.Terms;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.metrics.RouteMetrics;
import io.clausestream.pipeline.state.Routes;
import io.clausestream.pipeline.state.RoutesCodec;
import io.clausestream.pipeline.wire.DigestTerms;
import io.clausestream.pipeline.wire.RefusalMapper;
import io.clausestream.pipeline.wire.SubscriptionMapper;
import io.clausestream.pipeline.wire.WatchRoute;
import io.clausestream.pipeline.wire.WatcherMapper;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.WireCodec;
import io.clausestream.schema.state.WatcherTerms;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Stage subscription, keyed by subscriber: sends admitted terms to the buckets of the platforms
 * that they name, and the end of them to all that earlier ones named. Of terms that are read again
 * nothing is sent. A record that cannot be used changes nothing and is counted: only the job writes
 * the topic.
 */
public final class RouteSubscriptionsFunction
    extends KeyedProcessFunction<String, KafkaRecord, WatchRoute> {

  private static final long serialVersionUID = 1;

  private transient @Nullable Opened opened;

  private record Opened(
      WireCodec<Subscription> wire,
      RoutesCodec codec,
      ValueState<byte[]> routes,
      RouteMetrics metrics) {}

  /** The key of a record: the subscriber. */
  public static String key(KafkaRecord record) {
    return RefusalMapper.key(record);
  }

  @Override
  public void open(OpenContext context) {
    opened =
        new Opened(
            WireCodec.of(Subscription.class),
            new RoutesCodec(),
            getRuntimeContext()
                .getState(
                    new ValueStateDescriptor<>(
                        OperatorIds.STATE_ROUTES,
                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)),
            new RouteMetrics(getRuntimeContext().getMetricGroup()));
  }

  @Override
  public void processElement(KafkaRecord record, Context context, Collector<WatchRoute> out)
      throws Exception {
    String subscriberId = context.getCurrentKey();
    byte[] value = record.value();
    if (value == null) {
      forget(subscriberId, context, out);
      return;
    }
    Optional<Subscription> terms = decode(subscriberId, value);
    if (terms.isEmpty()) {
      opened().metrics().unusable();
    } else if (routes().map(known -> known.isBefore(terms.get())).orElse(true)) {
      route(terms.get(), context, out);
    }
  }

  private Optional<Subscription> decode(String subscriberId, byte[] value) {
    try {
      Subscription terms = opened().wire().decode(value);
      SubscriptionMapper.toCore(terms);
      return Optional.of(terms).filter(t -> t.getSubscriberId().equals(subscriberId));
    } catch (UndecodableRecordException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void route(Subscription wire, Context context, Collector<WatchRoute> out)
      throws Exception {
    var terms = SubscriptionMapper.toCore(wire);
    WatchPlaces known = new WatchPlaces(routes().map(Routes::platforms).orElse(Set.of()));
    WatchPlaces places = known.with(terms.terms());
    // Before the routes: so no match comes to a digest whose terms are not on their way.
    context.output(SideOutputs.DIGEST_TERMS, digestTerms(terms));
    places
        .terms(terms)
        .forEach((platform, there) -> out.collect(route(platform, terms.subscriberId(), there)));
    // Nothing reaches a place again once it is forgotten, so what holds there ends now.
    WatcherTerms end = WatcherMapper.ended(terms.validFrom().toEpochMilli());
    for (String left : known.without(places)) {
      out.collect(route(left, terms.subscriberId(), end));
    }
    opened().routes().update(opened().codec().encode(Routes.of(wire, places.platforms())));
    opened().metrics().routed();
  }

  private void forget(String subscriberId, Context context, Collector<WatchRoute> out)
      throws Exception {
    for (String platform : routes().map(Routes::platforms).orElse(Set.of())) {
      out.collect(route(platform, subscriberId, null));
    }
    context.output(SideOutputs.DIGEST_TERMS, DigestTerms.forgotten(subscriberId));
    opened().routes().clear();
  }

  private static WatchRoute route(
      String platform, String subscriberId, @Nullable WatcherTerms terms) {
    return new WatchRoute(Buckets.key(platform, Buckets.of(subscriberId)), subscriberId, terms);
  }

  private static DigestTerms digestTerms(
      io.clausestream.core.subscription.Subscription subscription) {
    DigestTime time = subscription.terms().digest();
    return new DigestTerms(
        subscription.subscriberId(),
        false,
        subscription.validFrom().toEpochMilli(),
        time.wanted() && subscription.terms().state() != Terms.State.CANCELLED,
        time.zone().getId(),
        time.day().name(),
        time.hour());
  }

  private Optional<Routes> routes() throws Exception {
    byte[] stored = opened().routes().value();
    return stored == null ? Optional.empty() : Optional.of(opened().codec().decode(stored));
  }

  private Opened opened() {
    return Objects.requireNonNull(opened, "open was not called");
  }
}
