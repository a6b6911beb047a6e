package io.clausestream.pipeline.topology;

import io.clausestream.core.page.PageCheck;
import io.clausestream.pipeline.wire.PageEvent;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.BoundedOutOfOrdernessWatermarks;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;

/**
 * Event time by live fetches alone: an import tells nothing of the present, and a refused record
 * nothing at all. A partition without live fetches counts as idle, so that it holds nobody back.
 */
final class LiveFetchWatermarks implements WatermarkGenerator<PageEvent> {

  /** As far as a crawler's clock may be off, fetches may come out of order. */
  private static final Duration OUT_OF_ORDER = PageCheck.MAX_CLOCK_SKEW;

  private static final Duration IDLE = Duration.ofMinutes(1);

  private final WatermarkGenerator<PageEvent> ofLiveFetches;

  private LiveFetchWatermarks(WatermarkGenerator<PageEvent> ofLiveFetches) {
    this.ofLiveFetches = ofLiveFetches;
  }

  /** The strategy of the Kafka source. */
  static WatermarkStrategy<PageEvent> strategy() {
    WatermarkStrategy<PageEvent> strategy =
        context ->
            new LiveFetchWatermarks(
                new WatermarksWithIdleness<>(
                    new BoundedOutOfOrdernessWatermarks<>(OUT_OF_ORDER),
                    IDLE,
                    context.getInputActivityClock()));
    return strategy.withTimestampAssigner(LiveFetchWatermarks::timestamp);
  }

  private static long timestamp(PageEvent event, long recordTimestamp) {
    return event.isLive() && event.page() != null
        ? event.page().getFetchedAt().toEpochMilli()
        : recordTimestamp;
  }

  @Override
  public void onEvent(PageEvent event, long timestamp, WatermarkOutput output) {
    if (event.isLive()) {
      ofLiveFetches.onEvent(event, timestamp, output);
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    ofLiveFetches.onPeriodicEmit(output);
  }
}
