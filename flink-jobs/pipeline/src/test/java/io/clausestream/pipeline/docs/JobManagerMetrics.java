package io.clausestream.pipeline.docs;

/** Metrics of the JobManager that alarms ask for; a test finds them in a scrape. */
public enum JobManagerMetrics {
  RESTARTS("numRestarts", "times that the job was restarted since it was submitted"),
  FAILED_CHECKPOINTS("numberOfFailedCheckpoints", "checkpoints that failed"),
  CHECKPOINT_DURATION(
      "lastCheckpointDuration",
      "milliseconds that the last checkpoint took; records show only after it"),
  CHECKPOINT_SIZE("lastCheckpointSize", "bytes that the last checkpoint wrote");

  /** What stands before the name. */
  public static final String PREFIX = "flink_jobmanager_job_";

  private final String id;
  private final String description;

  JobManagerMetrics(String id, String description) {
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
