package io.clausestream.pipeline.operator;

import io.clausestream.core.prevalence.CategoryDay;
import io.clausestream.core.prevalence.CategoryTally;
import io.clausestream.core.prevalence.DayCount;
import io.clausestream.core.prevalence.Move;
import io.clausestream.core.prevalence.MovementRule;
import io.clausestream.core.severity.Direction;
import io.clausestream.pipeline.metrics.PrevalenceMetrics;
import io.clausestream.pipeline.state.KeyedCategoryState;
import io.clausestream.pipeline.wire.CategoryNews;
import io.clausestream.pipeline.wire.PrevalenceMapper;
import io.clausestream.schema.Prevalence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Stage prevalence, keyed by category: collects what the platforms' readings and changes mean for
 * the category, and counts when the watermark has passed the end of a UTC day.
 *
 * <p>What is collected of a day is summed up in no order, so a record is the same however platforms
 * interleave. What comes when its day has ended counts on the first day that has not; a day has one
 * record at most. When a bounded input ends, all its days end.
 */
public final class CountPrevalenceFunction
    extends KeyedProcessFunction<String, CategoryNews, Prevalence> {

  private static final long serialVersionUID = 1;

  private final int platforms;
  private final Duration window;
  private transient @Nullable Opened opened;

  private record Opened(KeyedCategoryState state, PrevalenceMetrics metrics, MovementRule rule) {}

  /** Counts, and tells movements by a rule. */
  public CountPrevalenceFunction(MovementRule rule) {
    this.platforms = rule.platforms();
    this.window = rule.window();
  }

  @Override
  public void open(OpenContext context) {
    opened =
        new Opened(
            new KeyedCategoryState(getRuntimeContext()),
            new PrevalenceMetrics(getRuntimeContext().getMetricGroup()),
            new MovementRule(platforms, window));
  }

  @Override
  public void processElement(CategoryNews news, Context context, Collector<Prevalence> out) {
    LocalDate own = CategoryDay.dayOf(Instant.ofEpochMilli(news.at()));
    LocalDate day = openDay(own, context.timerService().currentWatermark());
    if (!day.equals(own)) {
      opened().metrics().late();
    }
    opened().state().add(day, news);
    context.timerService().registerEventTimeTimer(timer(day));
  }

  /** The day itself, or the first that has not ended: not by event time, nor by its record. */
  private LocalDate openDay(LocalDate own, long watermark) {
    LocalDate first = own;
    LocalDate closed = opened().state().tally().day();
    if (!closed.isBefore(first)) {
      first = closed.plusDays(1);
    }
    if (watermark != Long.MIN_VALUE && watermark >= timer(first)) {
      first = CategoryDay.dayOf(Instant.ofEpochMilli(watermark + 1));
    }
    return first;
  }

  /** A watermark says that nothing at or before it is to come. */
  private static long timer(LocalDate day) {
    return CategoryDay.endOf(day).toEpochMilli() - 1;
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Prevalence> out) {
    KeyedCategoryState state = opened().state();
    LocalDate date = CategoryDay.dayOf(Instant.ofEpochMilli(timestamp));
    CategoryDay day = new CategoryDay(date);
    state.take(date, context.getCurrentKey(), news -> add(news, day));
    CategoryTally before = state.tally();
    DayCount count = day.close(before, state, opened().rule());
    state.putTally(count.after());
    if (count.isNews()) {
      opened().metrics().told(count);
      out.collect(PrevalenceMapper.toWire(context.getCurrentKey(), count, opened().rule()));
    }
  }

  private static void add(CategoryNews news, CategoryDay day) {
    if (news.isMove()) {
      day.moved(
          new Move(
              Direction.valueOf(news.direction()),
              news.platform(),
              Instant.ofEpochMilli(news.at()),
              news.changeId()));
    } else {
      day.read(news.platform(), news.documents());
    }
  }

  private Opened opened() {
    return Objects.requireNonNull(opened, "open was not called");
  }
}
