package io.clausestream.pipeline.docs;

/** Metrics of Flink and Kafka that the page of metrics points to; a test finds them in a scrape. */
public enum FlinkMetrics {
  PENDING_RECORDS(
      "pendingRecords",
      "lag: fetches in the topic that the job has not read yet (source `page-fetches`)"),
  RECORDS_LAG_MAX(
      "KafkaSourceReader_KafkaConsumer_records_lag_max",
      "lag of the partition that is furthest behind"),
  EVENT_TIME_LAG(
      "currentEmitEventTimeLag",
      "milliseconds from the fetch of the last page that was read until it was read"),
  STATE_ON_DISK(
      "column_family_rocksdb_total_sst_files_size",
      "bytes of state on disk, by `column_family`: `head`, `text`, `candidate`, `memory`, `agenda`"),
  STATE_IN_FORCE(
      "column_family_rocksdb_estimate_live_data_size",
      "of these the bytes in force, as RocksDB estimates them"),
  STATE_IN_MEMORY(
      "column_family_rocksdb_cur_size_all_mem_tables", "bytes of state that are in memory only");

  /** What stands before the name. */
  public static final String PREFIX = "flink_taskmanager_job_task_operator_";

  private final String id;
  private final String description;

  FlinkMetrics(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** Its name for Prometheus, behind {@link #PREFIX}. */
  public String id() {
    return id;
  }

  String description() {
    return description;
  }
}
