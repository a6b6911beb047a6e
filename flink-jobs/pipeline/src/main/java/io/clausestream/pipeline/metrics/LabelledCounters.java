package io.clausestream.pipeline.metrics;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.metrics.Counter;

/** Counters of one metric, one for each value of its label. One thread. */
final class LabelledCounters {

  private final Map<String, Counter> counters = new HashMap<>();
  private final Function<String, Counter> register;

  LabelledCounters(Function<String, Counter> register, Collection<String> known) {
    this.register = register;
    // A series that is there with zero can be watched; one that appears with one cannot.
    known.forEach(value -> counters.put(value, register.apply(value)));
  }

  void count(String value) {
    counters.computeIfAbsent(value, register).inc();
  }

  /** The names of an enum's constants. */
  static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }
}
