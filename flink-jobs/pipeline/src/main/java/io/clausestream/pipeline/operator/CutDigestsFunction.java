package io.clausestream.pipeline.operator;

import io.clausestream.core.alert.AlertMemory;
import io.clausestream.core.digest.WeekSchedule;
import io.clausestream.core.digest.Weeks;
import io.clausestream.core.subscription.DigestTime;
import io.clausestream.core.subscription.Timeline;
import io.clausestream.core.subscription.Timeline.Since;
import io.clausestream.pipeline.metrics.DigestMetrics;
import io.clausestream.pipeline.state.DigestProgress;
import io.clausestream.pipeline.state.KeyedDigestState;
import io.clausestream.pipeline.wire.DigestNews;
import io.clausestream.pipeline.wire.DigestTerms;
import io.clausestream.schema.Digest;
import io.clausestream.schema.DigestEntry;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Stage digest, keyed by subscriber: collects the changes that a subscriber is told of, and tells
 * them again when the watermark has passed the end of the week, by the clock of the subscriber. A
 * week is cut once: what comes later stands in the next digest.
 *
 * <p>When a bounded input ends, the weeks are cut that had ended by then: up to the end that it is
 * given, or to the subscriber's last change.
 */
public final class CutDigestsFunction
    extends KeyedCoProcessFunction<String, DigestNews, DigestTerms, Digest> {

  private static final long serialVersionUID = 1;

  /** Most changes that wait for an end; more are counted, not listed. */
  static final int MOST_WAITING = 20_000;

  /** Changes of a subscriber without terms wait so long for them. */
  private static final Duration FOR_TERMS = AlertMemory.LATE_TERMS;

  private final long endOfHistory;
  private transient @Nullable Opened opened;

  private record Opened(KeyedDigestState state, DigestMetrics metrics) {}

  /** Cuts the weeks of subscribers. */
  public CutDigestsFunction(AlertRules rules) {
    this.endOfHistory = rules.endOfHistory().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
  }

  @Override
  public void open(OpenContext context) {
    opened =
        new Opened(
            new KeyedDigestState(getRuntimeContext()),
            new DigestMetrics(getRuntimeContext().getMetricGroup()));
  }

  @Override
  public void processElement1(DigestNews news, Context context, Collector<Digest> out)
      throws Exception {
    DigestEntry entry = news.entry();
    KeyedDigestState state = opened().state();
    DigestEntry known = state.get(entry.getChangeId());
    if (known == null) {
      // A correction of what a digest told already: its readers may have no alerts to hear it by.
      if (entry.getCorrection() == null
          || state.progress().closed().isAfter(entry.getDetectedAt())) {
        add(entry, context);
      }
    } else if (entry.getCorrection() != null) {
      known.setCorrection(entry.getCorrection());
      state.put(known);
    }
  }

  private void add(DigestEntry entry, Context context) throws Exception {
    KeyedDigestState state = opened().state();
    DigestProgress progress = state.progress();
    if (progress.waiting() < MOST_WAITING) {
      state.put(entry);
      progress = progress.andOne();
    } else {
      progress = progress.andUnlisted(DigestMaker.severity(entry));
    }
    state.put(progress);
    if (progress.closed().isAfter(entry.getDetectedAt())) {
      opened().metrics().late();
    }
    schedule(entry.getDetectedAt(), progress, context);
  }

  @Override
  public void processElement2(DigestTerms terms, Context context, Collector<Digest> out)
      throws Exception {
    KeyedDigestState state = opened().state();
    if (terms.forgotten()) {
      state.clear();
      return;
    }
    DigestProgress progress =
        state
            .progress()
            .with(
                Instant.ofEpochMilli(terms.from()),
                new DigestTime(
                    terms.wanted(),
                    ZoneId.of(terms.zone()),
                    DayOfWeek.valueOf(terms.day()),
                    terms.hour()));
    state.put(progress);
    if (progress.waiting() > 0) {
      schedule(state.waiting().get(0).getDetectedAt(), progress, context);
    }
  }

  /** The end of the first week that is not cut and holds an instant. */
  private static void schedule(Instant instant, DigestProgress progress, Context context) {
    Optional<Weeks> weeks = weeks(progress);
    if (weeks.isPresent()) {
      Instant open = progress.closed().isAfter(instant) ? progress.closed() : instant;
      context.timerService().registerEventTimeTimer(timer(weeks.get().endAfter(open)));
    } else {
      long now = Math.max(context.timerService().currentWatermark(), instant.toEpochMilli());
      context.timerService().registerEventTimeTimer(now + FOR_TERMS.toMillis());
    }
  }

  /** A watermark says that nothing at or before it is to come. */
  private static long timer(Instant end) {
    return end.toEpochMilli() - 1;
  }

  private static Optional<Weeks> weeks(DigestProgress progress) {
    Timeline<DigestTime> clocks = progress.clocks();
    return clocks.entries().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Weeks(
                new Timeline<>(
                    clocks.entries().stream()
                        .map(entry -> new Since<>(entry.from(), schedule(entry.value())))
                        .toList())));
  }

  private static WeekSchedule schedule(DigestTime time) {
    return new WeekSchedule(time.zone(), time.day(), time.hour());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Digest> out)
      throws Exception {
    KeyedDigestState state = opened().state();
    DigestProgress progress = state.progress();
    Instant end = Instant.ofEpochMilli(timestamp + 1);
    List<DigestEntry> waiting = state.waiting();
    Optional<Weeks> weeks = weeks(progress);
    if (weeks.isEmpty()) {
      // No terms came: the subscriber was forgotten while this was under way.
      state.clear();
      return;
    }
    // The clock may have been replaced since the timer was set; then there is another one.
    if (waiting.isEmpty()
        || !end.isAfter(progress.closed())
        || !weeks.get().isEnd(end)
        || !hasEnded(end, waiting, context)) {
      return;
    }
    List<DigestEntry> week =
        waiting.stream().filter(entry -> entry.getDetectedAt().isBefore(end)).toList();
    if (!week.isEmpty()) {
      tell(week, end, weeks.get(), progress, context, out);
      state.take(week);
      List<DigestEntry> left = waiting.subList(week.size(), waiting.size());
      DigestProgress after = progress.cut(end, left.size());
      state.put(after);
      if (!left.isEmpty()) {
        schedule(left.get(0).getDetectedAt(), after, context);
      }
    }
  }

  /** The last watermark of all says that no more is to come, and not that time has passed. */
  private boolean hasEnded(Instant end, List<DigestEntry> waiting, OnTimerContext context) {
    return context.timerService().currentWatermark() != Long.MAX_VALUE
        || end.toEpochMilli() <= endOfHistory
        || !waiting.get(waiting.size() - 1).getDetectedAt().isBefore(end);
  }

  private void tell(
      List<DigestEntry> week,
      Instant end,
      Weeks weeks,
      DigestProgress progress,
      OnTimerContext context,
      Collector<Digest> out) {
    Timeline<DigestTime> clocks = progress.clocks();
    DigestTime clock = clocks.at(end.minusMillis(1)).orElse(clocks.entries().get(0).value());
    if (!clock.wanted()) {
      return;
    }
    Instant begin = weeks.endBefore(end);
    out.collect(
        DigestMaker.digest(
            context.getCurrentKey(),
            progress.closed().isAfter(begin) ? progress.closed() : begin,
            end,
            clock.zone().getId(),
            week,
            progress.unlisted()));
    opened().metrics().told();
  }

  private Opened opened() {
    return Objects.requireNonNull(opened, "open was not called");
  }
}
