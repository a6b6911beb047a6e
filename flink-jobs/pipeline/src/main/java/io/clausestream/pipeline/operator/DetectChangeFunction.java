package io.clausestream.pipeline.operator;

import io.clausestream.core.ChangeDetector;
import io.clausestream.core.change.Agenda;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.change.DocumentHead;
import io.clausestream.core.change.PendingChange;
import io.clausestream.core.page.Origin;
import io.clausestream.core.severity.RuleSet;
import io.clausestream.pipeline.metrics.VerdictMetrics;
import io.clausestream.pipeline.state.KeyedPlatformState;
import io.clausestream.pipeline.wire.CanonicalFetchMapper;
import io.clausestream.pipeline.wire.CanonicalFetchRecord;
import io.clausestream.pipeline.wire.PendingFetch;
import io.clausestream.schema.PageChange;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Stages diff, change and severity: the one operator with state, keyed by platform. Changes are its
 * output; verifications, suppressions and health go to {@link SideOutputs}.
 *
 * <p>A platform's deadlines expire by its own fetches, in the detector. For live fetches event-time
 * timers make that happen earlier. When a bounded input ends, deadlines up to the end of its
 * history expire, and what still waits is listed in {@link SideOutputs#PENDING}.
 */
public final class DetectChangeFunction
    extends KeyedProcessFunction<String, CanonicalFetchRecord, PageChange> {

  private static final long serialVersionUID = 1;

  private final long endOfHistory;
  private transient @Nullable Opened opened;

  private record Opened(ChangeDetector detector, KeyedPlatformState state, Findings findings) {}

  /**
   * Detects changes.
   *
   * @param endOfHistory up to when deadlines still expire when a bounded input has ended
   */
  public DetectChangeFunction(Optional<Instant> endOfHistory) {
    this.endOfHistory = endOfHistory.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
  }

  @Override
  public void open(OpenContext context) {
    ChangeDetector detector = new ChangeDetector(RuleSet.shipped());
    opened =
        new Opened(
            detector,
            new KeyedPlatformState(getRuntimeContext()),
            new Findings(
                detector.ruleSetVersion(),
                new VerdictMetrics(getRuntimeContext().getMetricGroup())));
  }

  @Override
  public void processElement(
      CanonicalFetchRecord record, Context context, Collector<PageChange> out) {
    CanonicalFetch fetch = CanonicalFetchMapper.toCore(record);
    KeyedPlatformState state = focus(context);
    Agenda before = state.agenda();
    opened().detector().detect(fetch, state, opened().findings().to(context, out));
    DeadlineTimers.update(before, state.agenda(), fetch.ref().origin(), context.timerService());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PageChange> out) {
    KeyedPlatformState state = focus(context);
    if (!DeadlineTimers.inputEnded(context.timerService())) {
      expire(Instant.ofEpochMilli(timestamp), state, context, out);
    } else if (timestamp == DeadlineTimers.END_OF_INPUT) {
      // Nothing can come before the end of the history any more, so silence confirms up to it.
      opened()
          .detector()
          .expire(Instant.ofEpochMilli(endOfHistory), state, opened().findings().to(context, out));
      listPending(state, context);
    }
  }

  /** A timer must not reach the older deadline of an import that is under way. */
  private void expire(
      Instant deadline,
      KeyedPlatformState state,
      OnTimerContext context,
      Collector<PageChange> out) {
    Agenda before = state.agenda();
    opened()
        .detector()
        .expire(
            deadline,
            pending -> pending.origin() == Origin.LIVE,
            state,
            opened().findings().to(context, out));
    DeadlineTimers.expired(before, state.agenda(), context.timerService());
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

  private KeyedPlatformState focus(Context context) {
    KeyedPlatformState state = opened().state();
    state.focus(context.getCurrentKey());
    return state;
  }

  private Opened opened() {
    return Objects.requireNonNull(opened, "open was not called");
  }
}
