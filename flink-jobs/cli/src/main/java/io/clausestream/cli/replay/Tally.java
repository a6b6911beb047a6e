package io.clausestream.cli.replay;

import io.clausestream.pipeline.job.ConservationLaw;
import io.clausestream.pipeline.job.FetchVerdict;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/** Passes records on and counts the verdicts that they tell, in accumulators of the job. */
final class Tally<T> extends RichMapFunction<T, T> {

  private static final long serialVersionUID = 1;
  private static final String PREFIX = "verdict-";

  private final TreeSet<FetchVerdict> verdicts;
  private final SerializableFunction<T, FetchVerdict> toVerdict;
  private final EnumMap<FetchVerdict, LongCounter> counters = new EnumMap<>(FetchVerdict.class);

  /**
   * A tally.
   *
   * @param verdicts all that the function can answer; no other tally of the job counts them
   * @param toVerdict the verdict that a record tells
   */
  Tally(Set<FetchVerdict> verdicts, SerializableFunction<T, FetchVerdict> toVerdict) {
    this.verdicts = new TreeSet<>(verdicts);
    this.toVerdict = toVerdict;
  }

  @Override
  public void open(OpenContext context) {
    for (FetchVerdict verdict : verdicts) {
      LongCounter counter = new LongCounter();
      counters.put(verdict, counter);
      getRuntimeContext().addAccumulator(PREFIX + verdict.name(), counter);
    }
  }

  @Override
  public T map(T record) {
    @Nullable LongCounter counter = counters.get(toVerdict.apply(record));
    if (counter != null) {
      counter.add(1L);
    }
    return record;
  }

  /** The law of a run, by its accumulators. */
  static ConservationLaw law(JobExecutionResult result, long fetchesRead) {
    Map<FetchVerdict, Long> counts = new EnumMap<>(FetchVerdict.class);
    for (FetchVerdict verdict : FetchVerdict.values()) {
      @Nullable Long count = result.getAccumulatorResult(PREFIX + verdict.name());
      counts.put(verdict, count == null ? 0L : count);
    }
    return new ConservationLaw(fetchesRead, counts);
  }
}
