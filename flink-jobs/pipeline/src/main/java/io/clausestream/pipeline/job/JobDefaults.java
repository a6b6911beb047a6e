package io.clausestream.pipeline.job;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.RocksDBNativeMetricOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink's own settings as the jobs want them; whoever sets one otherwise has it otherwise. */
final class JobDefaults {

  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

  /** So many failures without an hour of calm between them are no accident: the job fails. */
  private static final int MOST_ATTEMPTS = 20;

  /** So many checkpoints may fail one after the other, as on a full disk, before a restart. */
  private static final int TOLERABLE_FAILURES = 30;

  private JobDefaults() {}

  /** RocksDB, incremental exactly-once checkpoints, restarts that do not loop for ever. */
  static Configuration live() {
    Configuration conf = new Configuration();
    conf.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    conf.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    conf.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    conf.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    conf.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    // One more: output of the newest can be lost in Kafka, or its files on a disk.
    conf.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
    // A restart makes no room on a disk: the job works on, and what it tells waits.
    conf.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, TOLERABLE_FAILURES);
    restarts(conf);
    stateMetrics(conf);
    return conf;
  }

  /** RocksDB without checkpoints; a failure ends the run, for a replay begins anew. */
  static Configuration replay() {
    Configuration conf = new Configuration();
    conf.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    conf.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return conf;
  }

  /** Gives an environment these defaults, under what it has been told and what is given now. */
  static void apply(StreamExecutionEnvironment env, Configuration defaults, Configuration given) {
    Configuration all = new Configuration(defaults);
    all.addAll(settings(env, given));
    env.configure(all);
  }

  /** What an environment has been told (a cluster's config.yaml), and over it what is given. */
  static Configuration settings(StreamExecutionEnvironment env, Configuration given) {
    Configuration all = Configuration.fromMap(env.getConfiguration().toMap());
    all.addAll(given);
    return all;
  }

  private static void restarts(Configuration conf) {
    conf.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    conf.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofSeconds(1));
    conf.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofMinutes(2));
    conf.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
        Duration.ofHours(1));
    conf.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, MOST_ATTEMPTS);
  }

  /** Bytes of state, by state, as RocksDB knows them without a count; no cost to a record. */
  private static void stateMetrics(Configuration conf) {
    conf.set(RocksDBNativeMetricOptions.MONITOR_TOTAL_SST_FILES_SIZE, true);
    conf.set(RocksDBNativeMetricOptions.ESTIMATE_LIVE_DATA_SIZE, true);
    conf.set(RocksDBNativeMetricOptions.MONITOR_CUR_SIZE_ALL_MEM_TABLE, true);
    conf.set(RocksDBNativeMetricOptions.COLUMN_FAMILY_AS_VARIABLE, true);
  }

  /** A setting, or what it is when nobody sets it. */
  static Duration checkpointInterval(Configuration given) {
    ConfigOption<Duration> interval = CheckpointingOptions.CHECKPOINTING_INTERVAL;
    return given.getOptional(interval).orElse(CHECKPOINT_INTERVAL);
  }
}
