package io.clausestream.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicCatalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerITCase {

  private static final String TOPIC = TopicCatalogue.PAGE_CHANGES.name();
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void isTheSameClusterWhenStartedAgain() {
    String clusterId;
    try (EmbeddedBroker broker = start()) {
      clusterId = broker.clusterId();
      fill(broker.connection(), "kept");
    }
    try (EmbeddedBroker again = start()) {
      assertThat(again.clusterId()).isEqualTo(clusterId);
      assertThat(values(again.connection())).containsExactly("kept");
    }
  }

  @Test
  void keepsItsRecordsWhenItsProcessIsKilled() throws Exception {
    String clusterId;
    Process process = process();
    try (BufferedReader out = output(process)) {
      String[] ready = Objects.requireNonNull(out.readLine(), "no output").split(" ");
      clusterId = ready[2];
      fill(KafkaConnection.of(ready[1]), "survived");
    } finally {
      process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    }
    try (EmbeddedBroker again = start()) {
      assertThat(again.clusterId()).isEqualTo(clusterId);
      assertThat(values(again.connection())).containsExactly("survived");
    }
  }

  @Test
  void leavesNoThreadBehind() {
    Set<Thread> before = threads();
    start().close();
    long end = System.nanoTime() + SOON.toNanos();
    Set<Thread> left = newThreads(before);
    while (!left.isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
      left = newThreads(before);
    }
    assertThat(left).isEmpty();
  }

  @Test
  void listensOnlyToThisMachine() {
    try (EmbeddedBroker broker = start()) {
      assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + broker.port());
    }
  }

  @Test
  void saysThatThePortIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> EmbeddedBroker.start(folder, OptionalInt.of(port)))
          .isInstanceOf(BrokerStartException.class)
          .hasMessage(
              "Port "
                  + port
                  + " on 127.0.0.1 is in use: stop what listens there or choose another port.");
    }
  }

  @Test
  void saysThatTheFolderIsInUse() {
    try (EmbeddedBroker broker = start()) {
      assertThat(broker.port()).isPositive();
      assertThatThrownBy(this::start)
          .isInstanceOf(BrokerStartException.class)
          .hasMessageContaining("is in use by another broker");
    }
  }

  @Test
  void saysThatTheFolderCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> EmbeddedBroker.start(file.resolve("data"), OptionalInt.empty()))
        .isInstanceOf(BrokerStartException.class)
        .hasMessageContaining("cannot be written");
  }

  private EmbeddedBroker start() {
    return EmbeddedBroker.start(folder, OptionalInt.empty());
  }

  private Process process() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            BrokerProcess.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void fill(KafkaConnection connection, String value) {
    try (TopicAdmin admin = TopicAdmin.open(connection)) {
      admin.create(List.of(TopicCatalogue.PAGE_CHANGES));
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    RecordSender.send(connection, List.of(new ProducerRecord<>(TOPIC, bytes, bytes)));
  }

  private static List<String> values(KafkaConnection connection) {
    return CommittedReader.readAll(connection, TOPIC).stream()
        .map(KafkaRecord::value)
        .map(v -> new String(v, StandardCharsets.UTF_8))
        .toList();
  }

  private static Set<Thread> threads() {
    return new HashSet<>(Thread.getAllStackTraces().keySet());
  }

  private static Set<Thread> newThreads(Set<Thread> before) {
    return threads().stream()
        .filter(t -> t.isAlive() && !before.contains(t))
        // Two of the metrics library, which stay for the JVM's life and keep nothing from ending.
        .filter(t -> !t.getName().startsWith("metrics-meter-tick-thread"))
        .collect(Collectors.toSet());
  }
}
