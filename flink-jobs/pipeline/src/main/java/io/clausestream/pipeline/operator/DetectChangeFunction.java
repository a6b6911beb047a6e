package io.clausestream.pipeline.operator;

import io.clausestream.core.change.Agenda;
import io.clausestream.core.change.DocumentHead;
import io.clausestream.core.change.PendingChange;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.rules.RuleBook;
import io.clausestream.pipeline.Stage;
import io.clausestream.pipeline.metrics.VerdictMetrics;
import io.clausestream.pipeline.state.KeyedPlatformState;
import io.clausestream.pipeline.wire.CanonicalFetchMapper;
import io.clausestream.pipeline.wire.CanonicalFetchRecord;
import io.clausestream.pipeline.wire.DeadLetterMapper;
import io.clausestream.pipeline.wire.PendingFetch;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stages diff, change and severity: the one operator with state, keyed by platform. Changes are its
 * output; verifications, suppressions and health go to {@link SideOutputs}.
 *
 * <p>A platform's deadlines expire by its own fetches, in the detector. For live fetches event-time
 * timers make that happen earlier. When a bounded input ends, deadlines up to the end of its
 * history expire, and what still waits is listed in {@link SideOutputs#PENDING}.
 *
 * <p>A fetch that our own code fails on changes nothing and goes to {@link
 * SideOutputs#DEAD_LETTERS}. A failure of the state itself fails the job.
 */
public final class DetectChangeFunction
    extends KeyedBroadcastProcessFunction<String, CanonicalFetchRecord, Rule, PageChange> {

  private static final long serialVersionUID = 1;

  private static final Logger LOG = LoggerFactory.getLogger(DetectChangeFunction.class);
  private static final String CHANGE = Stage.CHANGE.word();

  /** Reason code of a fetch that our own code failed on. */
  private static final String INTERNAL = "INTERNAL";

  private final long endOfHistory;
  private final RuleTexts beginning;
  private final SerializableFunction<RuleBook, Detection> detection;
  private transient @Nullable Opened opened;

  /** Made of the rules in the broadcast state when it is first needed after each change. */
  private transient @Nullable Detection current;

  private record Opened(
      KeptRules rules, KeyedPlatformState state, Findings findings, VerdictMetrics metrics) {}

  /**
   * Detects changes.
   *
   * @param endOfHistory up to when deadlines still expire when a bounded input has ended
   * @param beginning the rules that it begins with; more may come
   */
  public DetectChangeFunction(Optional<Instant> endOfHistory, RuleTexts beginning) {
    this(endOfHistory, beginning, Detection::by);
  }

  DetectChangeFunction(
      Optional<Instant> endOfHistory,
      RuleTexts beginning,
      SerializableFunction<RuleBook, Detection> detection) {
    this.endOfHistory = endOfHistory.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    this.beginning = beginning;
    this.detection = detection;
  }

  @Override
  public void open(OpenContext context) {
    VerdictMetrics metrics =
        new VerdictMetrics(getRuntimeContext().getMetricGroup(), List.of(INTERNAL));
    opened =
        new Opened(
            new KeptRules(beginning.book()),
            new KeyedPlatformState(getRuntimeContext()),
            new Findings(this::ruleSetVersion, metrics),
            metrics);
  }

  private String ruleSetVersion(Instant fetchedAt) {
    return Objects.requireNonNull(current, "nothing was read yet").ruleSetVersion(fetchedAt);
  }

  @Override
  public void processBroadcastElement(Rule rule, Context context, Collector<PageChange> out)
      throws Exception {
    opened().rules().put(rule, context.getBroadcastState(KeptRules.STATE));
    current = null;
    LOG.info(
        "Rules {}@{} hold from {}",
        rule.getRuleSetId(),
        rule.getVersion(),
        rule.getEffectiveFrom());
  }

  @Override
  public void processElement(
      CanonicalFetchRecord record, ReadOnlyContext context, Collector<PageChange> out)
      throws Exception {
    Detection core = detection(context);
    KeyedPlatformState state = focus(context);
    Agenda before = state.agenda();
    Optional<Throwable> fault =
        new Attempt(state)
            .run(
                (attempted, output) ->
                    core.detect(
                        CanonicalFetchMapper.toCore(record),
                        attempted,
                        opened().findings().to(context, out, output)));
    if (fault.isPresent()) {
      refuse(record, fault.get(), context);
      return;
    }
    DeadlineTimers.update(
        before, state.agenda(), Origin.valueOf(record.origin()), context.timerService());
  }

  private void refuse(CanonicalFetchRecord record, Throwable fault, ReadOnlyContext context) {
    opened().metrics().refused(INTERNAL);
    LogLines.fault(record, fault);
    String detail =
        fault.getClass().getName()
            + ": "
            + fault.getMessage()
            + "; nothing of it was kept, so it can be sent again once the fault is mended.";
    context.output(
        SideOutputs.DEAD_LETTERS, DeadLetterMapper.toWire(record, CHANGE, INTERNAL, detail));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PageChange> out)
      throws Exception {
    Detection core = detection(context);
    KeyedPlatformState state = focus(context);
    if (!DeadlineTimers.inputEnded(context.timerService())) {
      expire(core, Instant.ofEpochMilli(timestamp), state, context, out);
    } else if (timestamp == DeadlineTimers.END_OF_INPUT) {
      // Nothing can come before the end of the history any more, so silence confirms up to it.
      attempt(core, Instant.ofEpochMilli(endOfHistory), pending -> true, state, context, out);
      listPending(state, context);
    }
  }

  /** A timer must not reach the older deadline of an import that is under way. */
  private void expire(
      Detection core,
      Instant deadline,
      KeyedPlatformState state,
      OnTimerContext context,
      Collector<PageChange> out) {
    Agenda before = state.agenda();
    attempt(core, deadline, pending -> pending.origin() == Origin.LIVE, state, context, out);
    DeadlineTimers.expired(before, state.agenda(), context.timerService());
  }

  /** A fault leaves the deadline where it is: the platform's next fetch tries again. */
  private void attempt(
      Detection core,
      Instant deadline,
      Predicate<PageRef> due,
      KeyedPlatformState state,
      OnTimerContext context,
      Collector<PageChange> out) {
    new Attempt(state)
        .run(
            (attempted, output) ->
                core.expire(deadline, due, attempted, opened().findings().to(context, out, output)))
        .ifPresent(
            fault -> {
              opened().metrics().refused(INTERNAL);
              LogLines.fault(context.getCurrentKey(), deadline, fault);
            });
  }

  private static void listPending(KeyedPlatformState state, OnTimerContext context) {
    for (Agenda.Deadline deadline : state.agenda().deadlines()) {
      state
          .head(deadline.documentId())
          .flatMap(DocumentHead::pending)
          .ifPresent(pending -> context.output(SideOutputs.PENDING, toRecord(pending)));
    }
  }

  private static PendingFetch toRecord(PendingChange pending) {
    return new PendingFetch(
        pending.ref().platform(),
        pending.ref().documentId(),
        pending.ref().fetchId(),
        pending.ref().fetchedAt(),
        pending.deadline(),
        pending.suspicion().name());
  }

  private Detection detection(ReadOnlyContext context) throws Exception {
    Detection known = current;
    if (known == null) {
      known = detection.apply(opened().rules().book(context.getBroadcastState(KeptRules.STATE)));
      current = known;
    }
    return known;
  }

  private KeyedPlatformState focus(ReadOnlyContext context) {
    KeyedPlatformState state = opened().state();
    state.focus(context.getCurrentKey());
    return state;
  }

  private Opened opened() {
    return Objects.requireNonNull(opened, "open was not called");
  }
}
