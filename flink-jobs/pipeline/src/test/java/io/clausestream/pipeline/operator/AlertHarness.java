package io.clausestream.pipeline.operator;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.pipeline.wire.DigestNews;
import io.clausestream.pipeline.wire.DigestTerms;
import io.clausestream.pipeline.wire.SpreadChange;
import io.clausestream.pipeline.wire.WatchRoute;
import io.clausestream.schema.Alert;
import io.clausestream.schema.Digest;
import io.clausestream.schema.LateAlert;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * The operators that tell, one behind the other as in the topology. What is in flight between them
 * is delivered by {@link #settle}, or in pieces as the caller wants.
 */
final class AlertHarness implements AutoCloseable {

  private static final AlertRules RULES = rules(Optional.empty());

  private final AlertRules rules;
  private final @Nullable StateBackend backend;
  private final List<Alert> alerts = new ArrayList<>();
  private final List<LateAlert> lateAlerts = new ArrayList<>();
  private final List<Digest> digests = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private MatchSubscriptionsFunction match;
  private Operators operators;

  private record Operators(
      KeyedOneInputStreamOperatorTestHarness<String, KafkaRecord, WatchRoute> route,
      KeyedTwoInputStreamOperatorTestHarness<String, PageChange, KafkaRecord, SpreadChange> spread,
      KeyedTwoInputStreamOperatorTestHarness<String, SpreadChange, WatchRoute, Alert> match,
      KeyedTwoInputStreamOperatorTestHarness<String, DigestNews, DigestTerms, Digest> cut) {

    List<AbstractStreamOperatorTestHarness<?>> all() {
      return List.of(route, spread, match, cut);
    }
  }

  private AlertHarness(AlertRules rules, @Nullable StateBackend backend) throws Exception {
    this.rules = rules;
    this.backend = backend;
    operators = create(List.of());
  }

  static AlertRules rules(Optional<Instant> endOfHistory) {
    return new AlertRules(true, Duration.ofDays(1), endOfHistory);
  }

  static AlertHarness onHeap() throws Exception {
    return new AlertHarness(RULES, null);
  }

  static AlertHarness on(StateBackend backend) throws Exception {
    return new AlertHarness(RULES, backend);
  }

  static AlertHarness with(AlertRules rules) throws Exception {
    return new AlertHarness(rules, null);
  }

  private Operators create(List<OperatorSubtaskState> states) throws Exception {
    var route =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new RouteSubscriptionsFunction()),
            RouteSubscriptionsFunction::key,
            Types.STRING,
            Buckets.KEY_GROUPS,
            1,
            0);
    match = new MatchSubscriptionsFunction(rules);
    Operators made =
        new Operators(
            route,
            two(
                new SpreadChangesFunction(rules),
                PageChange::getPlatform,
                SpreadChangesFunction::key),
            two(match, SpreadChange::key, WatchRoute::key),
            two(
                new CutDigestsFunction(rules),
                DigestNews::subscriberId,
                DigestTerms::subscriberId));
    for (int i = 0; i < made.all().size(); i++) {
      AbstractStreamOperatorTestHarness<?> each = made.all().get(i);
      if (backend != null) {
        each.setStateBackend(backend);
      }
      each.setup();
      if (!states.isEmpty()) {
        each.initializeState(states.get(i));
      }
      each.open();
    }
    return made;
  }

  private static <A, B, O> KeyedTwoInputStreamOperatorTestHarness<String, A, B, O> two(
      KeyedCoProcessFunction<String, A, B, O> function,
      KeySelector<A, String> first,
      KeySelector<B, String> second)
      throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(function),
        first,
        second,
        Types.STRING,
        Buckets.KEY_GROUPS,
        1,
        0);
  }

  AlertHarness change(PageChange change) throws Exception {
    operators.spread().processElement1(new StreamRecord<>(change));
    return settle();
  }

  AlertHarness terms(KafkaRecord record) throws Exception {
    operators.route().processElement(new StreamRecord<>(record));
    return settle();
  }

  AlertHarness correction(KafkaRecord record) throws Exception {
    operators.spread().processElement2(new StreamRecord<>(record));
    return settle();
  }

  /** News that was under way when something else came first. */
  AlertHarness underWay(DigestNews news) throws Exception {
    operators.cut().processElement1(new StreamRecord<>(news));
    return settle();
  }

  AlertHarness watermark(Instant at) throws Exception {
    return watermark(at.toEpochMilli());
  }

  AlertHarness endOfInput() throws Exception {
    return watermark(Long.MAX_VALUE);
  }

  private AlertHarness watermark(long at) throws Exception {
    both(operators.spread(), at);
    settle();
    both(operators.match(), at);
    settle();
    both(operators.cut(), at);
    return settle();
  }

  private static void both(KeyedTwoInputStreamOperatorTestHarness<?, ?, ?, ?> one, long at)
      throws Exception {
    one.processWatermark1(new Watermark(at));
    one.processWatermark2(new Watermark(at));
  }

  /** Delivers what is in flight. */
  private AlertHarness settle() throws Exception {
    for (DigestTerms terms : side(operators.route(), SideOutputs.DIGEST_TERMS)) {
      operators.cut().processElement2(new StreamRecord<>(terms));
    }
    for (WatchRoute route : take(operators.route())) {
      operators.match().processElement2(new StreamRecord<>(route));
    }
    refusals.addAll(side(operators.spread(), SideOutputs.REFUSALS));
    for (SpreadChange spread : take(operators.spread())) {
      operators.match().processElement1(new StreamRecord<>(spread));
    }
    alerts.addAll(take(operators.match()));
    lateAlerts.addAll(side(operators.match(), SideOutputs.LATE_ALERTS));
    for (DigestNews news : side(operators.match(), SideOutputs.DIGEST_NEWS)) {
      operators.cut().processElement1(new StreamRecord<>(news));
    }
    digests.addAll(take(operators.cut()));
    return this;
  }

  private static <O> List<O> take(AbstractStreamOperatorTestHarness<O> harness) {
    List<O> values = harness.extractOutputValues();
    harness.getOutput().clear();
    return values;
  }

  private static <T> List<T> side(AbstractStreamOperatorTestHarness<?> harness, OutputTag<T> tag) {
    Queue<StreamRecord<T>> records = harness.getSideOutput(tag);
    if (records == null) {
      return List.of();
    }
    List<T> values = records.stream().map(StreamRecord::getValue).toList();
    records.clear();
    return values;
  }

  /** Stops all operators and starts them anew from what they had stored. */
  AlertHarness restart() throws Exception {
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (AbstractStreamOperatorTestHarness<?> each : operators.all()) {
      states.add(each.snapshot(1, 1));
    }
    close();
    operators = create(states);
    return this;
  }

  List<Alert> alerts() {
    return alerts;
  }

  List<LateAlert> lateAlerts() {
    return lateAlerts;
  }

  List<Digest> digests() {
    return digests;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  /** How many records of changes matching has decoded since it was started. */
  long decoded() {
    return match.decoded();
  }

  /** How many values and timers there are but the routes, which stay as long as the subscriber. */
  int stored() {
    return operators.spread().numKeyedStateEntries()
        + operators.spread().numEventTimeTimers()
        + operators.match().numKeyedStateEntries()
        + operators.match().numEventTimeTimers()
        + operators.cut().numKeyedStateEntries()
        + operators.cut().numEventTimeTimers();
  }

  int routes() {
    return operators.route().numKeyedStateEntries();
  }

  @Override
  public void close() {
    for (AbstractStreamOperatorTestHarness<?> each : operators.all()) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("Cannot close an operator", e);
      }
    }
  }
}
