package io.clausestream.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.KafkaRecordDeserializer;
import io.clausestream.connector.kafka.KafkaSinks;
import io.clausestream.connector.kafka.KafkaSources;
import io.clausestream.connector.kafka.OutboundRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Records from one topic to two others through a cluster that fails on the way. */
class KafkaFlowITCase {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final int RECORDS = 30_000;
  private static final AtomicInteger SEEN = new AtomicInteger();
  private static final AtomicBoolean COMMITTED = new AtomicBoolean();
  private static final AtomicBoolean FAILED = new AtomicBoolean();

  private final KafkaConnection connection = SharedBroker.get().connection();
  private String input;
  private String even;
  private String odd;

  @BeforeEach
  void fill() {
    SEEN.set(0);
    COMMITTED.set(false);
    FAILED.set(false);
    input = Topics.create(connection, TopicCatalogue.PAGE_FETCHES);
    even = Topics.create(connection, TopicCatalogue.PAGE_CHANGES);
    odd = Topics.create(connection, TopicCatalogue.SUPPRESSIONS);
    RecordSender.send(
        connection,
        IntStream.range(0, RECORDS)
            .mapToObj(i -> new ProducerRecord<>(input, bytes("key" + i % 7), bytes("" + i)))
            .toList());
  }

  @Test
  void everyRecordIsCommittedOnceThoughTheJobFails() throws Exception {
    run(KafkaSinks.exactlyOnce(connection, Topics.unique("flow"), Duration.ofHours(1), topics()));
    assertThat(numbers(even)).containsExactlyElementsOf(numbers(0));
    assertThat(numbers(odd)).containsExactlyElementsOf(numbers(1));
    assertThat(CommittedReader.readAll(connection, odd))
        .allSatisfy(
            r ->
                assertThat(new String(r.headers().get("ce_time"), StandardCharsets.UTF_8))
                    .isEqualTo("2026-01-05T06:00:00Z"));
  }

  @Test
  void atLeastOnceEveryRecordIsThere() throws Exception {
    run(KafkaSinks.atLeastOnce(connection, topics()));
    assertThat(numbers(even).stream().distinct()).containsExactlyElementsOf(numbers(0));
  }

  private List<String> topics() {
    return List.of(even, odd);
  }

  private void run(KafkaSink<OutboundRecord> sink) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(2);
    environment.enableCheckpointing(50);
    environment
        .fromSource(
            KafkaSources.topic(
                    connection, input, Topics.unique("group"), new KafkaRecordDeserializer())
                .setBounded(OffsetsInitializer.latest())
                .build(),
            WatermarkStrategy.noWatermarks(),
            "input")
        .map(new Route(even, odd))
        .sinkTo(sink);
    environment.execute();
    assertThat(FAILED).isTrue();
  }

  private List<Integer> numbers(String topic) {
    return CommittedReader.readAll(connection, topic).stream()
        .map(r -> Integer.valueOf(new String(r.value(), StandardCharsets.UTF_8)))
        .sorted()
        .toList();
  }

  private static List<Integer> numbers(int rest) {
    return IntStream.range(0, RECORDS).filter(i -> i % 2 == rest).boxed().toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Sends each number to its topic, and fails once, after some records were committed. */
  private record Route(String even, String odd)
      implements MapFunction<KafkaRecord, OutboundRecord>, CheckpointListener {

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      COMMITTED.set(SEEN.get() > RECORDS / 10);
    }

    @Override
    public OutboundRecord map(KafkaRecord record) {
      SEEN.incrementAndGet();
      if (COMMITTED.get() && FAILED.compareAndSet(false, true)) {
        throw new IllegalStateException("The failure that the test wants.");
      }
      String number = new String(record.value(), StandardCharsets.UTF_8);
      return new OutboundRecord(
          Integer.parseInt(number) % 2 == 0 ? even : odd,
          record.key(),
          record.value(),
          Instants.MONDAY_0600.toEpochMilli(),
          number,
          "io.clausestream.test",
          "/test",
          Instants.MONDAY_0600,
          null);
    }
  }
}
