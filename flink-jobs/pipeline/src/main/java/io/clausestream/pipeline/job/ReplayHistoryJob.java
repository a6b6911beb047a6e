package io.clausestream.pipeline.job;

import io.clausestream.pipeline.operator.CanonicalizeFunction;
import io.clausestream.pipeline.topology.DetectionInputs;
import io.clausestream.pipeline.topology.DetectionOptions;
import io.clausestream.pipeline.topology.DetectionSink;
import io.clausestream.pipeline.topology.DetectionTopology;
import io.clausestream.pipeline.topology.HistoryInput;
import io.clausestream.schema.FetchedPage;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The same path on a bounded history: what would have been told, from the first capture on. */
public final class ReplayHistoryJob {

  /** Name of the job on the cluster. */
  public static final String NAME = "clausestream-replay-history";

  private ReplayHistoryJob() {}

  /**
   * Builds the job; the caller runs it.
   *
   * @param env where it will run; gets the settings that the job needs
   * @param conf Flink's own settings where they shall be other than the job's
   * @param source the history, one platform's pages in order in one subtask; it knows what to read
   * @param options what the topology can be told
   * @param sink where the output goes
   */
  public static void define(
      StreamExecutionEnvironment env,
      Configuration conf,
      Source<FetchedPage, ?, ?> source,
      DetectionOptions options,
      DetectionSink sink) {
    JobDefaults.apply(env, JobDefaults.replay(), conf);
    DetectionTopology.build(DetectionInputs.of(HistoryInput.pages(env, source)), options, sink);
  }

  /** How many fetches a run read, dead letters among them. */
  public static long fetchesRead(JobExecutionResult result) {
    Long read = result.getAccumulatorResult(CanonicalizeFunction.FETCHES_READ);
    return read == null ? 0 : read;
  }
}
