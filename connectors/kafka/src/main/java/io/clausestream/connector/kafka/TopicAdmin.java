package io.clausestream.connector.kafka;

import io.clausestream.connector.kafka.TopicDifference.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates topics and compares them with what they should be. Holds an admin client until it is
 * closed. Every method throws {@link BrokerUnavailableException}, within the timeout, when no
 * broker answers. Threads may share it.
 */
public final class TopicAdmin implements AutoCloseable {

  /** How long a call waits for the broker when nothing else is said. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(TopicAdmin.class);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final AdminCalls calls;
  private final Duration timeout;

  private TopicAdmin(KafkaConnection connection, Duration timeout) {
    this.calls = new AdminCalls(connection, timeout);
    this.timeout = timeout;
  }

  /** Opens an admin client; whether a broker is there shows at the first call. */
  public static TopicAdmin open(KafkaConnection connection) {
    return open(connection, DEFAULT_TIMEOUT);
  }

  /** Opens an admin client whose calls wait so long for the broker. */
  public static TopicAdmin open(KafkaConnection connection, Duration timeout) {
    return new TopicAdmin(connection, timeout);
  }

  /** Creates those topics of the catalogue that are missing; see {@link #create(Collection)}. */
  public List<String> create() {
    return create(TopicCatalogue.all());
  }

  /**
   * Creates those topics that are missing, with the broker's default replication, and returns when
   * clients see them. Topics that exist are left as they are.
   *
   * @return the names of those that were created
   */
  public List<String> create(Collection<TopicSpec> topics) {
    List<String> created = new ArrayList<>();
    Map<String, KafkaFuture<Void>> answers =
        calls.admin().createTopics(topics.stream().map(TopicAdmin::newTopic).toList()).values();
    answers.forEach(
        (name, answer) -> {
          if (isNew(answer)) {
            created.add(name);
          }
        });
    awaitVisible(topics);
    if (!created.isEmpty()) {
      LOG.info("Created topics {}", created);
    }
    return List.copyOf(created);
  }

  /** How the broker's topics differ from the catalogue; empty when they do not. */
  public List<TopicDifference> check() {
    return check(TopicCatalogue.all());
  }

  /** How the broker's topics differ from the given ones; empty when they do not. */
  public List<TopicDifference> check(Collection<TopicSpec> topics) {
    Map<String, TopicDescription> found = describe(topics);
    List<TopicSpec> present = topics.stream().filter(t -> found.containsKey(t.name())).toList();
    Map<String, Config> configs = configs(present);
    List<TopicDifference> differences = new ArrayList<>();
    for (TopicSpec topic : topics) {
      TopicDescription description = found.get(topic.name());
      if (description == null) {
        differences.add(
            new TopicDifference(topic.name(), Kind.MISSING, "topic", "present", "missing"));
        continue;
      }
      comparePartitions(topic, description).ifPresent(differences::add);
      differences.addAll(compareConfig(topic, configs.get(topic.name())));
    }
    return List.copyOf(differences);
  }

  /** The given topics that exist, as they are, in the order given. */
  public List<TopicStatus> status(Collection<TopicSpec> topics) {
    Map<String, TopicDescription> found = describe(topics);
    List<TopicSpec> present = topics.stream().filter(t -> found.containsKey(t.name())).toList();
    return new TopicMeter(calls).measure(present, found, configs(present));
  }

  @Override
  public void close() {
    calls.close();
  }

  private static NewTopic newTopic(TopicSpec topic) {
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
        .configs(topic.config());
  }

  private boolean isNew(KafkaFuture<Void> answer) {
    try {
      calls.tryAwait(answer);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw new KafkaException("Cannot create a topic: " + e.getCause().getMessage(), e.getCause());
    }
  }

  /** The controller knows a topic before the brokers do. */
  private void awaitVisible(Collection<TopicSpec> topics) {
    long end = System.nanoTime() + timeout.toNanos();
    while (describe(topics).size() < topics.size()) {
      if (System.nanoTime() > end) {
        throw new KafkaException("Topics were created, but the broker does not show them yet.");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private Map<String, TopicDescription> describe(Collection<TopicSpec> topics) {
    List<String> names = topics.stream().map(TopicSpec::name).toList();
    Map<String, TopicDescription> found = new HashMap<>();
    calls
        .admin()
        .describeTopics(names)
        .topicNameValues()
        .forEach((name, answer) -> describe(answer).ifPresent(d -> found.put(name, d)));
    return found;
  }

  private Optional<TopicDescription> describe(KafkaFuture<TopicDescription> answer) {
    try {
      return Optional.of(calls.tryAwait(answer));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw new KafkaException(
          "Cannot describe a topic: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private Map<String, Config> configs(List<TopicSpec> topics) {
    Map<String, ConfigResource> resources =
        topics.stream()
            .map(TopicSpec::name)
            .collect(
                Collectors.toMap(
                    Function.identity(), n -> new ConfigResource(ConfigResource.Type.TOPIC, n)));
    Map<ConfigResource, Config> answers =
        calls.await(calls.admin().describeConfigs(resources.values()).all());
    return answers.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
  }

  private static Optional<TopicDifference> comparePartitions(
      TopicSpec topic, TopicDescription found) {
    int partitions = found.partitions().size();
    return partitions == topic.partitions()
        ? Optional.empty()
        : Optional.of(
            new TopicDifference(
                topic.name(),
                Kind.PARTITIONS,
                "partitions",
                Integer.toString(topic.partitions()),
                Integer.toString(partitions)));
  }

  private static List<TopicDifference> compareConfig(TopicSpec topic, Config found) {
    List<TopicDifference> differences = new ArrayList<>();
    topic
        .config()
        .forEach(
            (setting, expected) -> {
              ConfigEntry entry = found.get(setting);
              String actual = entry == null ? "unset" : entry.value();
              if (!expected.equals(actual)) {
                differences.add(
                    new TopicDifference(topic.name(), Kind.CONFIG, setting, expected, actual));
              }
            });
    return differences;
  }
}
