package io.clausestream.cli.broker;

import io.clausestream.cli.UserMistake;
import io.clausestream.connector.kafka.BrokerUnavailableException;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicDifference;
import io.clausestream.connector.kafka.TopicSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options of the commands that talk to a broker: named by address, or by a data folder. */
public final class BrokerOptions {

  private static final Duration PATIENCE = Duration.ofSeconds(6);

  @ArgGroup private @Nullable Place place;

  @Option(
      names = "--kafka-properties",
      paramLabel = "FILE",
      description =
          "Further Kafka client properties, for example security.protocol, sasl.* and ssl.*.")
  private @Nullable Path properties;

  /** Called by picocli. */
  public BrokerOptions() {}

  /** One of two ways to name a broker. */
  private static final class Place {
    @Option(
        names = "--bootstrap-servers",
        paramLabel = "HOST:PORT",
        description = "Kafka broker to talk to; several separated by commas.")
    private @Nullable String bootstrapServers;

    @Option(
        names = "--data-dir",
        paramLabel = "DIR",
        description = "Talk to the engine that runs on this folder (default: data).")
    private @Nullable Path dataDir;
  }

  /** Whether a broker or a folder is named, rather than the usual one meant. */
  public boolean isNamed() {
    return place != null;
  }

  /**
   * The broker, seen to answer and to have the topic.
   *
   * @throws UserMistake when it does not
   */
  public KafkaConnection connect(TopicSpec topic) {
    KafkaConnection connection = connection();
    List<TopicDifference> differences = ask(connection, admin -> admin.check(List.of(topic)));
    if (differences.stream().anyMatch(d -> d.kind() == TopicDifference.Kind.MISSING)) {
      throw new UserMistake(
          "The broker at "
              + connection.bootstrapServers()
              + " has no topic '"
              + topic.name()
              + "': start the engine on it first, or name another broker.");
    }
    return connection;
  }

  /**
   * What the broker answers.
   *
   * @throws UserMistake when none answers
   */
  public <T> T ask(KafkaConnection connection, Function<TopicAdmin, T> question) {
    try (TopicAdmin admin = TopicAdmin.open(connection, PATIENCE)) {
      return question.apply(admin);
    } catch (BrokerUnavailableException e) {
      throw new UserMistake(e.getMessage(), e);
    } catch (KafkaException e) {
      throw new UserMistake(
          "Kafka at "
              + connection.bootstrapServers()
              + " failed ("
              + (e.getCause() == null ? e : e.getCause()).getMessage()
              + "): correct the client properties or the broker.",
          e);
    }
  }

  /** The broker that the options name; whether it answers shows when it is asked. */
  public KafkaConnection connection() {
    KafkaConnection connection = named();
    if (properties == null) {
      return connection;
    }
    try {
      return new KafkaConnection(connection.bootstrapServers(), ClientProperties.read(properties));
    } catch (IllegalArgumentException e) {
      throw new UserMistake("'" + properties + "': " + e.getMessage(), e);
    }
  }

  private KafkaConnection named() {
    if (place != null && place.bootstrapServers != null) {
      return parse(place.bootstrapServers);
    }
    Path folder = place == null || place.dataDir == null ? Path.of("data") : place.dataDir;
    return KafkaConnection.of(RunProperties.read(folder).bootstrapServers());
  }

  private static KafkaConnection parse(String servers) {
    for (String server : servers.split(",", -1)) {
      if (!server.strip().matches(".+:\\d{1,5}")) {
        throw new UserMistake(
            "'" + server + "' of --bootstrap-servers is no host:port, like 127.0.0.1:9092.");
      }
    }
    return KafkaConnection.of(servers);
  }
}
