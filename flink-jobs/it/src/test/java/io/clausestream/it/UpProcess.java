package io.clausestream.it;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.testkit.EmbeddedBroker;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The command {@code clausestream up} as a process of its own, on one folder and its ports. */
final class UpProcess implements AutoCloseable {

  private static final Duration STOP = Duration.ofMinutes(1);

  private final Path folder;
  private final int kafkaPort;
  private final int webPort;
  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable Process process;
  private long launchedAt;

  private UpProcess(Path folder, int kafkaPort, int webPort) throws IOException {
    this.folder = folder;
    this.kafkaPort = kafkaPort;
    this.webPort = webPort;
    launch();
  }

  /** Starts it without the sample history; does not wait. */
  static UpProcess start(Path folder) throws IOException {
    int[] ports = freePorts();
    return new UpProcess(folder, ports[0], ports[1]);
  }

  private static int[] freePorts() throws IOException {
    try (ServerSocket kafka = new ServerSocket(0);
        ServerSocket web = new ServerSocket(0)) {
      return new int[] {kafka.getLocalPort(), web.getLocalPort()};
    }
  }

  /** Starts it again on the same folder and ports; does not wait. */
  void launch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            launcher().toString(),
            "up",
            "--no-sample",
            "--data-dir",
            folder.resolve("data").toString(),
            "--kafka-port",
            Integer.toString(kafkaPort),
            "--web-port",
            Integer.toString(webPort));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("up.log").toFile()));
    launchedAt = System.currentTimeMillis();
    process = builder.start();
  }

  private static Path launcher() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(folder.resolve("clausestream"))) {
      folder = folder.getParent();
    }
    return folder.resolve("clausestream");
  }

  /** When it was started last, epoch milliseconds. */
  long launchedAt() {
    return launchedAt;
  }

  long pid() {
    return process().pid();
  }

  Path checkpoints() {
    return folder.resolve("data/checkpoints");
  }

  KafkaConnection connection() {
    return KafkaConnection.of("127.0.0.1:" + kafkaPort);
  }

  /** Waits until the job runs. */
  void awaitRunning() {
    LiveSystem.await("the job to run, see " + folder.resolve("up.log"), this::isRunning);
  }

  private boolean isRunning() {
    if (!process().isAlive()) {
      throw new IllegalStateException("up ended with " + process().exitValue() + ": " + log());
    }
    HttpRequest jobs =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + webPort + "/jobs"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(jobs, HttpResponse.BodyHandlers.ofString()).body().contains("RUNNING");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("up.log"));
    } catch (IOException e) {
      return "no log";
    }
  }

  /** Its broker without the rest, after a kill. */
  EmbeddedBroker brokerAlone() {
    return EmbeddedBroker.start(folder.resolve("data/kafka"), OptionalInt.of(kafkaPort));
  }

  private Process process() {
    return Objects.requireNonNull(process);
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process().destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process().destroy();
    try {
      if (!process().waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        kill();
        throw new IllegalStateException("up did not stop within " + STOP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
