package io.clausestream.pipeline.topology;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.KafkaRecordDeserializer;
import io.clausestream.connector.kafka.KafkaSources;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.pipeline.OperatorIds;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.flink.util.clock.RelativeClock;

/** What people ask for, beside the pages: records of small topics, without a time of their own. */
public final class RecordInput {

  /** What is matched with changes: time must not pass by what is not read yet. */
  private static final Set<TopicSpec> READ_FIRST =
      Set.of(TopicCatalogue.SUBSCRIPTIONS, TopicCatalogue.ALERT_CORRECTIONS);

  /** A topic that brings nothing for so long was read to its end. */
  private static final Duration QUIET = Duration.ofSeconds(10);

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
            READ_FIRST.contains(topic) ? afterwards() : timeless(),
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
  public static WatermarkStrategy<KafkaRecord> timeless() {
    return WatermarkStrategy.forGenerator(context -> new Timeless());
  }

  /**
   * Holds time back while a topic is read from its first record on, and is idle from then on. How
   * long that takes changes nothing of what is told, only how long it is remembered meanwhile.
   */
  public static WatermarkStrategy<KafkaRecord> afterwards() {
    return WatermarkStrategy.forGenerator(
        context -> new Afterwards(context.getInputActivityClock()));
  }

  private static final class Afterwards implements WatermarkGenerator<KafkaRecord> {

    private final RelativeClock clock;
    private long lastActive;
    private boolean read;

    Afterwards(RelativeClock clock) {
      this.clock = clock;
      this.lastActive = clock.relativeTimeNanos();
    }

    @Override
    public void onEvent(KafkaRecord event, long timestamp, WatermarkOutput output) {
      lastActive = clock.relativeTimeNanos();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      read = read || clock.relativeTimeNanos() - lastActive >= QUIET.toNanos();
      if (read) {
        output.markIdle();
      }
    }
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
