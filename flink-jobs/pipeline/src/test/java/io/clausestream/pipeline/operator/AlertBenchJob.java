package io.clausestream.pipeline.operator;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.pipeline.topology.AlertStreams;
import io.clausestream.pipeline.topology.AlertTopology;
import io.clausestream.pipeline.topology.RecordInput;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.apache.flink.util.Collector;

/**
 * A job that matches: many subscribers, each of whom watches 25 platforms, one of them watched by
 * all. Changes come one after another as far as they are released, and move time. One at a time in
 * a JVM.
 */
final class AlertBenchJob {

  static final int SUBTASKS = 4;
  static final int WATCHED = 25;
  static final Duration CHECKPOINTS = Duration.ofSeconds(10);

  private static final int PLATFORMS = 1000;
  private static final String POPULAR = "Marrowby";
  private static final Instant BEGIN = Instant.parse("2026-03-02T06:00:00Z");

  /** How many alerts each subtask made; in one JVM with the job. */
  private static volatile AtomicLongArray made = new AtomicLongArray(SUBTASKS);

  /** How many changes may go out; in one JVM with the job. */
  private static final AtomicInteger RELEASED = new AtomicInteger();

  /** How many have gone out. */
  private static final AtomicInteger SENT = new AtomicInteger();

  private AlertBenchJob() {}

  /**
   * Starts it, without a change.
   *
   * @param apart how far apart in time two changes are
   * @param everyNth one of so many changes is of the platform that all watch
   */
  static JobClient start(
      MiniCluster cluster, Path folder, int subscribers, Duration apart, int everyNth)
      throws Exception {
    made = new AtomicLongArray(SUBTASKS);
    RELEASED.set(0);
    SENT.set(0);
    StreamExecutionEnvironment env = new TestStreamEnvironment(cluster, SUBTASKS);
    env.configure(configuration(folder));
    env.setMaxParallelism(Buckets.KEY_GROUPS);
    AlertStreams streams =
        AlertTopology.of(
            changes(env, apart.toMillis(), everyNth),
            terms(env, subscribers),
            nothing(env),
            AlertHarness.rules(Optional.empty()));
    streams.alerts().map(new Count()).returns(Types.LONG).sinkTo(new DiscardingSink<>());
    streams.digests().sinkTo(new DiscardingSink<>());
    return env.executeAsync();
  }

  private static Configuration configuration(Path folder) {
    Configuration conf = new Configuration();
    conf.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    conf.set(PipelineOptions.GENERIC_TYPES, false);
    conf.set(PipelineOptions.OBJECT_REUSE, true);
    conf.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    conf.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS);
    conf.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    return conf;
  }

  static void release(int changes) {
    RELEASED.addAndGet(changes);
  }

  /** Of which platform a change is. */
  private static String platform(int change, int everyNth) {
    return change % everyNth == 0 ? POPULAR : "Platform " + change % PLATFORMS;
  }

  /** How many alerts there are of all changes that were released. */
  static long expected(int subscribers, int everyNth) {
    long[] watchers = new long[PLATFORMS];
    for (long number = 0; number < subscribers; number++) {
      for (int i = 1; i < WATCHED; i++) {
        watchers[watched(number, i)]++;
      }
    }
    long expected = 0;
    for (int change = 0; change < RELEASED.get(); change++) {
      expected +=
          platform(change, everyNth).equals(POPULAR) ? subscribers : watchers[change % PLATFORMS];
    }
    return expected;
  }

  private static int watched(long subscriber, int number) {
    return (int) ((subscriber * 31 + number * 37L) % PLATFORMS);
  }

  static long[] alerts() {
    long[] alerts = new long[SUBTASKS];
    Arrays.setAll(alerts, made::get);
    return alerts;
  }

  private static DataStream<KafkaRecord> terms(StreamExecutionEnvironment env, int subscribers) {
    return env.fromSource(
        new DataGeneratorSource<>(
            AlertBenchJob::terms, subscribers, TypeInformation.of(KafkaRecord.class)),
        RecordInput.afterwards(),
        "terms");
  }

  private static KafkaRecord terms(long number) {
    String[] platforms = new String[WATCHED];
    platforms[0] = POPULAR;
    for (int i = 1; i < WATCHED; i++) {
      platforms[i] = "Platform " + watched(number, i);
    }
    return AlertSamples.terms(
        AlertSamples.subscription("subscriber-" + number, BEGIN, platforms), number);
  }

  private static DataStream<PageChange> changes(
      StreamExecutionEnvironment env, long apart, int everyNth) {
    return ticks(env, "changes", WatermarkStrategy.noWatermarks())
        .flatMap(
            (Long tick, Collector<PageChange> out) -> {
              if (SENT.get() < RELEASED.get()) {
                int number = SENT.getAndIncrement();
                Instant at = BEGIN.plusMillis(number * apart);
                out.collect(AlertSamples.change("c" + number, platform(number, everyNth), at));
              }
            })
        .returns(TypeInformation.of(PageChange.class))
        .setParallelism(1)
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<PageChange>forBoundedOutOfOrderness(Duration.ofHours(1))
                .withTimestampAssigner((change, none) -> change.getDetectedAt().toEpochMilli()))
        .setParallelism(1);
  }

  private static DataStream<Long> ticks(
      StreamExecutionEnvironment env, String name, WatermarkStrategy<Long> time) {
    return env.fromSource(
            new DataGeneratorSource<>(
                index -> index, Long.MAX_VALUE, RateLimiterStrategy.perSecond(50), Types.LONG),
            time,
            name)
        .setParallelism(1);
  }

  private static DataStream<KafkaRecord> nothing(StreamExecutionEnvironment env) {
    return ticks(env, "nothing", WatermarkStrategy.noWatermarks())
        .flatMap((Long tick, Collector<KafkaRecord> out) -> {})
        .returns(TypeInformation.of(KafkaRecord.class))
        .setParallelism(1)
        .assignTimestampsAndWatermarks(RecordInput.timeless())
        .setParallelism(1);
  }

  /** Counts the alerts of its subtask, which is that of the matching. */
  private static final class Count extends RichMapFunction<Alert, Long> {

    private static final long serialVersionUID = 1;

    private int subtask;

    @Override
    public void open(OpenContext context) {
      subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    }

    @Override
    public Long map(Alert alert) {
      return made.incrementAndGet(subtask);
    }
  }
}
