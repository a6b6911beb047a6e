package io.clausestream.connector.delivery.engine;

import java.util.regex.Pattern;

/**
 * Settings of a delivery engine.
 *
 * @param groupId consumer group, that of all processes that share the work
 * @param instance name of this process in the group; two that run at once need two names
 * @param engineVersion version that the records name
 * @param topics names of the topics
 * @param limits what is held at most
 * @param retry when it is tried again
 * @param circuit when a target counts as dead
 * @param objectives when an alert is late
 */
public record EngineSettings(
    String groupId,
    String instance,
    String engineVersion,
    EngineTopics topics,
    EngineLimits limits,
    RetryPolicy retry,
    CircuitPolicy circuit,
    Objectives objectives) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  /** Refuses names that Kafka would not take. */
  public EngineSettings {
    if (!NAME.matcher(groupId).matches() || !NAME.matcher(instance).matches()) {
      throw new IllegalArgumentException(
          "Group '%s' or instance '%s' is no name: use letters, digits, dots, hyphens and underscores."
              .formatted(groupId, instance));
    }
  }

  /** Settings that fit most: group {@code clausestream-delivery}, instance 0. */
  public static EngineSettings defaults(String engineVersion) {
    return new EngineSettings(
        "clausestream-delivery",
        "0",
        engineVersion,
        EngineTopics.ofCatalogue(),
        EngineLimits.defaults(),
        RetryPolicy.defaults(),
        CircuitPolicy.defaults(),
        Objectives.sameDay());
  }

  /** The same for another group and process. */
  public EngineSettings withGroup(String group, String process) {
    return new EngineSettings(
        group, process, engineVersion, topics, limits, retry, circuit, objectives);
  }

  /** The same with other topics. */
  public EngineSettings withTopics(EngineTopics other) {
    return new EngineSettings(
        groupId, instance, engineVersion, other, limits, retry, circuit, objectives);
  }

  /** The same with other limits. */
  public EngineSettings withLimits(EngineLimits other) {
    return new EngineSettings(
        groupId, instance, engineVersion, topics, other, retry, circuit, objectives);
  }

  /** The same with another policy of retries. */
  public EngineSettings withRetry(RetryPolicy other) {
    return new EngineSettings(
        groupId, instance, engineVersion, topics, limits, other, circuit, objectives);
  }

  /** The same with another policy of circuits. */
  public EngineSettings withCircuit(CircuitPolicy other) {
    return new EngineSettings(
        groupId, instance, engineVersion, topics, limits, retry, other, objectives);
  }

  /** The same with other objectives. */
  public EngineSettings withObjectives(Objectives other) {
    return new EngineSettings(
        groupId, instance, engineVersion, topics, limits, retry, circuit, other);
  }
}
