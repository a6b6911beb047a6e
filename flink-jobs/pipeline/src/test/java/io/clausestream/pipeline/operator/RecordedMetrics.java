package io.clausestream.pipeline.operator;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;

/** The metrics that an operator registers in a harness, by the end of their names. */
final class RecordedMetrics {

  private final Map<String, Metric> metrics = new HashMap<>();

  /** The surroundings of a harness whose metrics are recorded here. */
  MockEnvironment environment() {
    TestingMetricRegistry registry =
        TestingMetricRegistry.builder()
            .setRegisterConsumer(
                (metric, name, group) -> metrics.put(group.getMetricIdentifier(name), metric))
            .build();
    return new MockEnvironmentBuilder()
        .setManagedMemorySize(32 << 20)
        .setMetricGroup(
            TaskManagerMetricGroup.createTaskManagerMetricGroup(
                    registry, "localhost", ResourceID.generate())
                .addJob(new JobID(), "job")
                .addTask(ExecutionAttemptID.randomId(), "task"))
        .build();
  }

  /** The count of a counter, for example "page.events". */
  long count(String name) {
    return ((Counter) find(name)).getCount();
  }

  Histogram histogram(String name) {
    return (Histogram) find(name);
  }

  private Metric find(String name) {
    return metrics.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("." + name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no '" + name + "' in " + metrics.keySet()));
  }
}
