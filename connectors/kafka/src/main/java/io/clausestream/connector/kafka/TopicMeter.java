package io.clausestream.connector.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/** Measures topics: how much they hold and how they are set. */
final class TopicMeter {

  private final AdminCalls calls;

  TopicMeter(AdminCalls calls) {
    this.calls = calls;
  }

  List<TopicStatus> measure(
      List<TopicSpec> topics, Map<String, TopicDescription> found, Map<String, Config> configs) {
    List<TopicPartition> partitions =
        topics.stream().flatMap(t -> partitions(found.get(t.name())).stream()).toList();
    Map<String, Long> offsets = offsets(partitions);
    Map<String, Long> bytes = bytes(found.values());
    return topics.stream()
        .map(TopicSpec::name)
        .map(
            name ->
                new TopicStatus(
                    name,
                    found.get(name).partitions().size(),
                    retention(setting(configs.get(name), "retention.ms")),
                    setting(configs.get(name), "cleanup.policy"),
                    offsets.getOrDefault(name, 0L),
                    bytes.getOrDefault(name, 0L)))
        .toList();
  }

  private static List<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
        .toList();
  }

  private Map<String, Long> offsets(List<TopicPartition> partitions) {
    Map<TopicPartition, Long> first = ends(partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> last = ends(partitions, OffsetSpec.latest());
    return partitions.stream()
        .collect(
            Collectors.groupingBy(
                TopicPartition::topic, Collectors.summingLong(p -> last.get(p) - first.get(p))));
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, OffsetSpec which) {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(Collectors.toMap(Function.identity(), p -> which));
    return calls.await(calls.admin().listOffsets(asked).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }

  private Map<String, Long> bytes(Collection<TopicDescription> topics) {
    Set<Integer> brokers =
        topics.stream()
            .flatMap(topic -> topic.partitions().stream())
            .flatMap(partition -> partition.replicas().stream())
            .map(Node::id)
            .collect(Collectors.toSet());
    Map<String, Long> bytes = new HashMap<>();
    calls
        .await(calls.admin().describeLogDirs(brokers).allDescriptions())
        .values()
        .forEach(folders -> folders.values().forEach(folder -> add(folder, bytes)));
    return bytes;
  }

  private static void add(LogDirDescription folder, Map<String, Long> bytes) {
    folder
        .replicaInfos()
        .forEach((partition, replica) -> bytes.merge(partition.topic(), replica.size(), Long::sum));
  }

  private static String setting(Config config, String name) {
    ConfigEntry entry = config.get(name);
    return entry == null || entry.value() == null ? "" : entry.value();
  }

  private static Optional<Duration> retention(String millis) {
    return millis.isEmpty() || millis.startsWith("-")
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Long.parseLong(millis)));
  }
}
