package io.clausestream.pipeline.topology;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.KafkaRecordDeserializer;
import io.clausestream.connector.kafka.KafkaSources;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.pipeline.OperatorIds;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** Requests for rules. */
public final class RuleInput {

  /** Ahead of all time but the end of an input, so that rules hold back no timer of a fetch. */
  private static final Watermark AHEAD = new Watermark(Long.MAX_VALUE - 1);

  private RuleInput() {}

  /**
   * The endless stream of the topic of requests. A job without a checkpoint reads it from its first
   * record on, whatever the group has read before: the admitted versions are its state.
   */
  public static DataStream<KafkaRecord> requests(
      StreamExecutionEnvironment env, KafkaConnection connection, String groupId) {
    return env.fromSource(
            KafkaSources.topic(
                    connection,
                    TopicCatalogue.RULE_REQUESTS.name(),
                    groupId,
                    new KafkaRecordDeserializer())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .build(),
            timeless(),
            OperatorIds.RULE_REQUESTS)
        .setParallelism(1)
        .uid(OperatorIds.RULE_REQUESTS);
  }

  /** No requests: a replay's rules are given. */
  public static DataStream<KafkaRecord> none(StreamExecutionEnvironment env) {
    // Flink has no source without elements: this one's is dropped.
    return env.fromSource(
            new NumberSequenceSource(0, 0),
            WatermarkStrategy.noWatermarks(),
            OperatorIds.RULE_REQUESTS)
        .setParallelism(1)
        .uid(OperatorIds.RULE_REQUESTS)
        .flatMap((Long number, Collector<KafkaRecord> out) -> {})
        .returns(TypeInformation.of(KafkaRecord.class))
        .setParallelism(1)
        .uid(OperatorIds.NO_RULE_REQUESTS)
        .name(OperatorIds.NO_RULE_REQUESTS);
  }

  /** Watermarks that never wait. */
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
      output.emitWatermark(AHEAD);
    }
  }
}
