package io.clausestream.cluster;

import io.clausestream.connector.kafka.BrokerUnavailableException;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicAdmin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Kafka broker as a process of its own on 127.0.0.1, which can be ended and started again on the
 * same folder and port. Whoever starts it closes it.
 */
public final class BrokerServer implements AutoCloseable {

  /** Name of its process. */
  static final String NAME = "broker";

  private static final Duration STOP = Duration.ofSeconds(30);

  private final ClusterProcess process;
  private final int port;

  private BrokerServer(ClusterProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it; does not wait until it serves ({@link #awaitReady}).
   *
   * @param folder for its log and the like
   * @param records where it keeps all it knows
   * @param port where clients connect; 0: any free one, the same at each start of this object
   */
  public static BrokerServer start(ClusterFolder folder, Path records, int port)
      throws IOException {
    LeftProcesses.of(folder).end(NAME::equals);
    Files.createDirectories(folder.logs());
    Files.createDirectories(folder.processes());
    Files.createDirectories(folder.conf());
    ClusterConfig.writeLogging(folder);
    int chosen = port == 0 ? ClusterPorts.of(0).web() : port;
    BrokerServer broker =
        new BrokerServer(
            new JavaCommand(
                    folder, System.getProperty("java.class.path"), BrokerProgram.class.getName())
                .options(List.of("-Xms128m", "-Xmx384m"))
                .process(NAME, List.of(records.toString(), Integer.toString(chosen))),
            chosen);
    broker.process.start();
    return broker;
  }

  /** Its process. */
  public ClusterProcess process() {
    return process;
  }

  /** How clients connect. */
  public KafkaConnection connection() {
    return KafkaConnection.of(ClusterConfig.HOST + ":" + port);
  }

  /**
   * Waits until it answers.
   *
   * @throws IllegalStateException when it ended, or time is up; names the log
   */
  public void awaitReady(Duration limit) throws InterruptedException {
    Waiting.until(limit, "the broker, see " + process.traces(), this::answers);
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "The broker ended with code %d; see %s".formatted(process.exitCode(), process.traces()));
    }
    try (TopicAdmin admin = TopicAdmin.open(connection())) {
      admin.check();
      return true;
    } catch (BrokerUnavailableException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      process.stop(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
