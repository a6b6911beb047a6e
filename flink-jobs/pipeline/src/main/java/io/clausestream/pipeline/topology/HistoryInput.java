package io.clausestream.pipeline.topology;

import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.wire.PageEvent;
import io.clausestream.schema.FetchedPage;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Fetched pages from an archive. */
public final class HistoryInput {

  private HistoryInput() {}

  /**
   * The stream of a source of pages. There are no watermarks but the last one, which tells that the
   * input has ended: an archive's platforms do not run on one clock.
   *
   * @param source hands out the pages of one platform in the platform's order in one subtask
   */
  public static DataStream<PageEvent> pages(
      StreamExecutionEnvironment env, Source<FetchedPage, ?, ?> source) {
    return env.fromSource(
            source,
            WatermarkStrategy.noWatermarks(),
            OperatorIds.HISTORY,
            TypeInformation.of(FetchedPage.class))
        .uid(OperatorIds.HISTORY)
        .map(PageEvent::of)
        .returns(TypeInformation.of(PageEvent.class))
        .uid(OperatorIds.PAGE_EVENTS)
        .name(OperatorIds.PAGE_EVENTS);
  }
}
