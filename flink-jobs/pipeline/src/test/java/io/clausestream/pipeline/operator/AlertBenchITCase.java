package io.clausestream.pipeline.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.pipeline.topology.AlertStreams;
import io.clausestream.pipeline.topology.AlertTopology;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures matching: many subscribers, each of whom watches 25 platforms, one of them watched by
 * all. Prints; asserts no time. Runs in the profile "bench"; {@code -Dclausestream.subscribers=N}
 * sets how many there are.
 */
@Tag("bench")
class AlertBenchITCase {

  private static final int SUBTASKS = 4;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(SUBTASKS)
              .build());

  private static final int SUBSCRIBERS = Integer.getInteger("clausestream.subscribers", 100_000);
  private static final int PLATFORMS = 1000;
  private static final int WATCHED = 25;
  private static final int CHANGES = 5;
  private static final String POPULAR = "Marrowby";
  private static final Instant BEGIN = Instant.parse("2026-03-02T06:00:00Z");

  /** How many alerts each subtask made; in one JVM with the job. */
  private static final AtomicLongArray MADE = new AtomicLongArray(SUBTASKS);

  /** How many changes may go out; in one JVM with the job. */
  private static volatile int released;

  /** How many have gone out; only the source's own thread writes it. */
  private static int sent;

  @TempDir private Path folder;

  @Test
  void manySubscribersOfOnePlatform() throws Exception {
    JobClient job = start();
    released = 1;
    long begin = System.nanoTime();
    // The first change is there from the beginning: all are told of it once all terms have come.
    await(() -> made() == SUBSCRIBERS);
    System.out.printf(
        "load: %,d subscribers x %d platforms, each told of 1 change, in %.1f s%n",
        SUBSCRIBERS, WATCHED, seconds(begin));
    savepoint(job, "first");
    long[] before = snapshot();
    begin = System.nanoTime();
    released = 1 + CHANGES;
    await(() -> made() == (long) SUBSCRIBERS * (1 + CHANGES));
    double seconds = seconds(begin);
    System.out.printf(
        "match: %d changes, %,d alerts in %.1f s: %,.0f alerts/s%n",
        CHANGES, SUBSCRIBERS * CHANGES, seconds, SUBSCRIBERS * CHANGES / seconds);
    long[] after = snapshot();
    for (int i = 0; i < SUBTASKS; i++) {
      after[i] -= before[i];
    }
    System.out.printf(
        "skew: alerts by subtask %s, most / mean %.3f%n",
        Arrays.toString(after),
        Arrays.stream(after).max().orElseThrow() / Arrays.stream(after).average().orElseThrow());
    savepoint(job, "second");
    job.cancel().get();
    assertThat(made()).isEqualTo((long) SUBSCRIBERS * (1 + CHANGES));
  }

  private JobClient start() throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    Configuration conf = new Configuration();
    conf.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    conf.set(PipelineOptions.GENERIC_TYPES, false);
    conf.set(PipelineOptions.OBJECT_REUSE, true);
    conf.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    env.configure(conf);
    env.setMaxParallelism(Buckets.KEY_GROUPS);
    env.setParallelism(SUBTASKS);
    AlertStreams streams =
        AlertTopology.of(
            changes(env), terms(env), nothing(env), AlertHarness.rules(Optional.empty()));
    streams.alerts().map(new Count()).returns(Types.LONG).sinkTo(new DiscardingSink<>());
    streams.digests().sinkTo(new DiscardingSink<>());
    return env.executeAsync();
  }

  private static DataStream<KafkaRecord> terms(StreamExecutionEnvironment env) {
    return env.fromSource(
        new DataGeneratorSource<>(
            AlertBenchITCase::terms, SUBSCRIBERS, TypeInformation.of(KafkaRecord.class)),
        WatermarkStrategy.noWatermarks(),
        "terms");
  }

  private static KafkaRecord terms(long number) {
    String[] platforms = new String[WATCHED];
    platforms[0] = POPULAR;
    for (int i = 1; i < WATCHED; i++) {
      platforms[i] = "Platform " + (number * 31 + i * 37L) % PLATFORMS;
    }
    return AlertSamples.terms(
        AlertSamples.subscription("subscriber-" + number, BEGIN, platforms), number);
  }

  /** One change after another, as far as they are released. */
  private static DataStream<PageChange> changes(StreamExecutionEnvironment env) {
    return ticks(env, "changes")
        .flatMap(
            (Long tick, Collector<PageChange> out) -> {
              if (sent < released) {
                out.collect(AlertSamples.change("c" + sent, POPULAR, BEGIN.plusSeconds(sent)));
                sent++;
              }
            })
        .returns(TypeInformation.of(PageChange.class))
        .setParallelism(1);
  }

  private static DataStream<Long> ticks(StreamExecutionEnvironment env, String name) {
    return env.fromSource(
            new DataGeneratorSource<>(
                index -> index, Long.MAX_VALUE, RateLimiterStrategy.perSecond(50), Types.LONG),
            WatermarkStrategy.noWatermarks(),
            name)
        .setParallelism(1);
  }

  private static DataStream<KafkaRecord> nothing(StreamExecutionEnvironment env) {
    return ticks(env, "nothing")
        .flatMap((Long tick, Collector<KafkaRecord> out) -> {})
        .returns(TypeInformation.of(KafkaRecord.class))
        .setParallelism(1);
  }

  private void savepoint(JobClient job, String name) throws Exception {
    long begin = System.nanoTime();
    Path target = folder.resolve(name);
    job.triggerSavepoint(target.toUri().toString(), SavepointFormatType.NATIVE)
        .get(10, TimeUnit.MINUTES);
    System.out.printf(
        "state: %,d MiB in a native savepoint of %.1f s (%s)%n",
        size(target) >> 20, seconds(begin), name);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(AlertBenchITCase::length).sum();
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static long made() {
    return Arrays.stream(snapshot()).sum();
  }

  private static long[] snapshot() {
    long[] made = new long[SUBTASKS];
    Arrays.setAll(made, MADE::get);
    return made;
  }

  private static double seconds(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
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
      return MADE.incrementAndGet(subtask);
    }
  }
}
