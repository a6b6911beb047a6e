package io.clausestream.pipeline.topology;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaSources;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.wire.PageEvent;
import io.clausestream.pipeline.wire.PageEventDeserializer;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Fetched pages from Kafka. */
public final class KafkaInput {

  private KafkaInput() {}

  /** The endless stream of the topic of fetched pages. */
  public static DataStream<PageEvent> pages(
      StreamExecutionEnvironment env, KafkaConnection connection, String groupId) {
    return pages(env, KafkaSources.pages(connection, groupId, new PageEventDeserializer()));
  }

  /** The stream of a source of events, for example one that ends. */
  public static DataStream<PageEvent> pages(
      StreamExecutionEnvironment env, Source<PageEvent, ?, ?> source) {
    return env.fromSource(source, LiveFetchWatermarks.strategy(), OperatorIds.PAGE_FETCHES)
        .uid(OperatorIds.PAGE_FETCHES);
  }
}
