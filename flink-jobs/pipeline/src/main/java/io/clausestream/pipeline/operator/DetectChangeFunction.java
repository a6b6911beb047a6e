package io.clausestream.pipeline.operator;

import io.clausestream.core.change.Agenda;
import io.clausestream.core.change.DocumentHead;
import io.clausestream.core.change.PendingChange;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import io.clausestream.pipeline.Stage;
import io.clausestream.pipeline.metrics.VerdictMetrics;
import io.clausestream.pipeline.state.KeyedPlatformState;
import io.clausestream.pipeline.wire.CanonicalFetchMapper;
import io.clausestream.pipeline.wire.CanonicalFetchRecord;
import io.clausestream.pipeline.wire.DeadLetterMapper;
import io.clausestream.pipeline.wire.PendingFetch;
import io.clausestream.schema.PageChange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
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
    extends KeyedProcessFunction<String, CanonicalFetchRecord, PageChange> {

  private static final long serialVersionUID = 1;

  private static final Logger LOG = LoggerFactory.getLogger(DetectChangeFunction.class);
  private static final String CHANGE = Stage.CHANGE.word();

  /** Reason code of a fetch that our own code failed on. */
  private static final String INTERNAL = "INTERNAL";

  private final long endOfHistory;
  private final SerializableSupplier<Detection> detection;
  private transient @Nullable Opened opened;

  private record Opened(
      Detection detection, KeyedPlatformState state, Findings findings, VerdictMetrics metrics) {}

  /**
   * Detects changes.
   *
   * @param endOfHistory up to when deadlines still expire when a bounded input has ended
   */
  public DetectChangeFunction(Optional<Instant> endOfHistory) {
    this(endOfHistory, Detection::shipped);
  }

  DetectChangeFunction(Optional<Instant> endOfHistory, SerializableSupplier<Detection> detection) {
    this.endOfHistory = endOfHistory.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    this.detection = detection;
  }

  @Override
  public void open(OpenContext context) {
    Detection core = detection.get();
    VerdictMetrics metrics =
        new VerdictMetrics(getRuntimeContext().getMetricGroup(), List.of(INTERNAL));
    opened =
        new Opened(
            core,
            new KeyedPlatformState(getRuntimeContext()),
            new Findings(core.ruleSetVersion(), metrics),
            metrics);
  }

  @Override
  public void processElement(
      CanonicalFetchRecord record, Context context, Collector<PageChange> out) {
    KeyedPlatformState state = focus(context);
    Agenda before = state.agenda();
    Optional<Throwable> fault =
        new Attempt(state)
            .run(
                (attempted, output) ->
                    opened()
                        .detection()
                        .detect(
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

  private void refuse(CanonicalFetchRecord record, Throwable fault, Context context) {
    opened().metrics().refused(INTERNAL);
    LOG.error("Fetch {} of '{}' failed", record.fetchId(), record.documentId(), fault);
    String detail =
        fault.getClass().getName()
            + ": "
            + fault.getMessage()
            + "; nothing of it was kept, so it can be sent again once the fault is mended.";
    context.output(
        SideOutputs.DEAD_LETTERS, DeadLetterMapper.toWire(record, CHANGE, INTERNAL, detail));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<PageChange> out) {
    KeyedPlatformState state = focus(context);
    if (!DeadlineTimers.inputEnded(context.timerService())) {
      expire(Instant.ofEpochMilli(timestamp), state, context, out);
    } else if (timestamp == DeadlineTimers.END_OF_INPUT) {
      // Nothing can come before the end of the history any more, so silence confirms up to it.
      attempt(Instant.ofEpochMilli(endOfHistory), pending -> true, state, context, out);
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
    attempt(deadline, pending -> pending.origin() == Origin.LIVE, state, context, out);
    DeadlineTimers.expired(before, state.agenda(), context.timerService());
  }

  /** A fault leaves the deadline where it is: the platform's next fetch tries again. */
  private void attempt(
      Instant deadline,
      Predicate<PageRef> due,
      KeyedPlatformState state,
      OnTimerContext context,
      Collector<PageChange> out) {
    new Attempt(state)
        .run(
            (attempted, output) ->
                opened()
                    .detection()
                    .expire(deadline, due, attempted, opened().findings().to(context, out, output)))
        .ifPresent(
            fault -> {
              opened().metrics().refused(INTERNAL);
              LOG.error(
                  "Deadlines of '{}' up to {} failed", context.getCurrentKey(), deadline, fault);
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

  private KeyedPlatformState focus(Context context) {
    KeyedPlatformState state = opened().state();
    state.focus(context.getCurrentKey());
    return state;
  }

  private Opened opened() {
    return Objects.requireNonNull(opened, "open was not called");
  }
}
