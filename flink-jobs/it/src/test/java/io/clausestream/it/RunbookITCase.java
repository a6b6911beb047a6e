package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cluster.BrokerServer;
import io.clausestream.cluster.ClusterFolder;
import io.clausestream.cluster.ClusterSpec;
import io.clausestream.cluster.FlinkCluster;
import io.clausestream.cluster.FlinkHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell blocks of the runbook, in their order, on a cluster of processes. */
@Tag("faults")
class RunbookITCase {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long MOST_MINUTES = 15;

  @TempDir Path folder;

  @Test
  void everyBlockOfTheRunbookRuns() throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    ClusterFolder brokers = new ClusterFolder(folder.resolve("broker"));
    try (BrokerServer broker = BrokerServer.start(brokers, folder.resolve("kafka"), 0)) {
      broker.awaitReady(PATIENCE);
      ClusterSpec spec =
          ClusterSpec.of(FlinkHome.find(), folder.resolve("cluster")).withTaskManagers(2, 1);
      try (FlinkCluster cluster = FlinkCluster.start(spec)) {
        cluster.awaitTaskManagers(PATIENCE);
        command(work, "clausestream", "io.clausestream.cli.Clausestream", "$TEST_CLASSES");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        command(bin, "flink", "org.apache.flink.client.cli.CliFrontend", "$FLINK_LIB/*");
        command(bin, "kafka-topics", "org.apache.kafka.tools.TopicCommand", "$TEST_CLASSES");
        command(
            bin,
            "kafka-consumer-groups",
            "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
            "$TEST_CLASSES");

        run(
            work,
            Map.of(
                "PATH",
                bin + ":" + System.getenv("PATH"),
                "KAFKA",
                broker.connection().bootstrapServers(),
                "JAR",
                spec.home().jobJar().toString(),
                "STORE",
                Files.createDirectories(folder.resolve("store")).toString(),
                "FLINK_CONF_DIR",
                spec.folder().conf().toString(),
                "FLINK_LIB",
                spec.home().root().resolve("lib").toString(),
                "TEST_CLASSES",
                System.getProperty("java.class.path")));
      }
    }
  }

  private static String script() {
    String page = RepositoryFiles.read(RepositoryFiles.ROOT.resolve("flink-jobs/docs/runbook.md"));
    return BLOCK
        .matcher(page)
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.joining("\n", "set -euxo pipefail\n", "\necho the runbook ends\n"));
  }

  private void run(Path work, Map<String, String> variables) throws Exception {
    Path log = folder.resolve("runbook.log");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", script())
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(variables);
    Process shell = builder.start();
    boolean ended = shell.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
    }
    assertThat(Files.readString(log)).endsWith("the runbook ends\n");
    assertThat(shell.exitValue()).isZero();
  }

  /**
   * A program of the name that the runbook has, of the classes of this build. On a machine that
   * does much else a broker may not answer in time: then, and only then, it is asked again.
   */
  private static void command(Path folder, String name, String mainClass, String classes)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(name),
            """
            #!/usr/bin/env bash
            for attempt in 1 2 3 4; do
              code=0
              "%s" --add-opens=java.base/java.util=ALL-UNNAMED \\
                --add-opens=java.base/java.lang=ALL-UNNAMED \\
                --add-opens=java.base/java.time=ALL-UNNAMED -Xmx512m -XX:TieredStopAtLevel=1 \\
                -cp "%s" %s "$@" 2>"$0.err" || code=$?
              cat "$0.err" >&2
              grep -qE "No Kafka broker answered|Failed to retrieve job list" "$0.err" || break
            done
            exit $code
            """
                .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"), classes, mainClass));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
