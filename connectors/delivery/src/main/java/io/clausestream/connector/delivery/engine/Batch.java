package io.clausestream.connector.delivery.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * What is recorded in one transaction.
 *
 * @param marker told with the offsets, by which it is known afterwards whether this one was
 *     committed
 * @param decisions in order
 * @param offsets the next offset of each partition of messages that is done
 */
record Batch(String marker, List<Decision> decisions, Map<TopicPartition, Long> offsets) {

  /** The same without what another process will do. */
  Batch without(Predicate<Decision> gone, Set<TopicPartition> lost) {
    return new Batch(
        marker,
        decisions.stream().filter(gone.negate()).toList(),
        offsets.entrySet().stream()
            .filter(e -> !lost.contains(e.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** How many sends end with it. */
  int sent() {
    return (int) decisions.stream().filter(Decision::sent).count();
  }
}
