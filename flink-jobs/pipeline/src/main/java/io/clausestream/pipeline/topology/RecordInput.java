package io.clausestream.pipeline.topology;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.KafkaRecordDeserializer;
import io.clausestream.connector.kafka.KafkaSources;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.pipeline.OperatorIds;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** What people ask for, beside the pages: records of small topics, without a time of their own. */
public final class RecordInput {

  private RecordInput() {}

  /**
   * The endless stream of a topic; the uid is the topic's name. A job without a checkpoint reads it
   * from its first record on, whatever the group has read before: what was admitted is its state.
   */
  public static DataStream<KafkaRecord> topic(
      StreamExecutionEnvironment env, KafkaConnection connection, String groupId, TopicSpec topic) {
    return env.fromSource(
            KafkaSources.topic(connection, topic.name(), groupId, new KafkaRecordDeserializer())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .build(),
            timeless(),
            topic.name())
        .setParallelism(1)
        .uid(topic.name());
  }

  /** No records in a topic's place: what a replay has. */
  public static DataStream<KafkaRecord> none(StreamExecutionEnvironment env, TopicSpec topic) {
    String id = OperatorIds.NO + topic.name();
    // Flink has no source without elements: this one's is dropped.
    return env.fromSource(
            new NumberSequenceSource(0, 0), WatermarkStrategy.noWatermarks(), topic.name())
        .setParallelism(1)
        .uid(topic.name())
        .flatMap((Long number, Collector<KafkaRecord> out) -> {})
        .returns(TypeInformation.of(KafkaRecord.class))
        .setParallelism(1)
        .uid(id)
        .name(id);
  }

  /** Always idle: the time of what people ask for neither holds back nor drives that of pages. */
  static WatermarkStrategy<KafkaRecord> timeless() {
    return WatermarkStrategy.forGenerator(context -> new Timeless());
  }

  private static final class Timeless implements WatermarkGenerator<KafkaRecord> {

    @Override
    public void onEvent(KafkaRecord event, long timestamp, WatermarkOutput output) {
      // The time of a request says nothing of that of the fetches.
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.markIdle();
    }
  }
}
