package io.clausestream.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cluster.ClusterFolder;
import io.clausestream.cluster.ClusterRest;
import io.clausestream.cluster.LeftProcesses;
import io.clausestream.cluster.Waiting;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code cluster up}, as people start it: it starts again whatever ends. */
@Tag("faults")
class ClusterUpITCase {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Alerts that the sample history holds. */
  private static final int ALERTS = 6;

  /** So small that the logs of a minute do not fit, and the longest entry, which is whole. */
  private static final int LOG_KILOBYTES = 8;

  private static final int LINE_KILOBYTES = 64;

  @TempDir Path folder;

  @Test
  void whatIsKilledIsStartedAgainAndTheJobToo() throws Exception {
    Process up = start();
    try {
      await(up, "the sample history", () -> output().contains("alerts are above"));
      assertThat(output()).contains(ALERTS + " alerts are above");
      kill("jobmanager");
      kill("taskmanager-2");
      await(up, "the job to run again", () -> again("jobmanager") && runningJobs() == 1);
      await(up, "the other, too", () -> again("taskmanager-2"));
      up.destroy();
      assertThat(up.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(up.exitValue()).isZero();
      assertThat(output()).contains("Stopped. The next start goes on from here.");
      assertThat(processes().running()).isEmpty();
      assertLogsAreCut();
    } finally {
      up.destroyForcibly();
      processes().end(name -> true);
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            launcher().toString(),
            "cluster",
            "up",
            "--taskmanagers",
            "2",
            "--no-delivery",
            "--data-dir",
            data().toString(),
            "--kafka-port",
            "0",
            "--web-port",
            "0");
    builder.environment().put("CLAUSESTREAM_LOG_SIZE", LOG_KILOBYTES + " KB");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("up.log").toFile())
        .start();
  }

  private void assertLogsAreCut() throws IOException {
    try (Stream<Path> files = Files.list(data().resolve("cluster/logs"))) {
      Map<String, Long> logs =
          files
              .filter(file -> file.getFileName().toString().contains(".log"))
              .filter(file -> !file.endsWith("submit.log"))
              .collect(Collectors.toMap(f -> f.getFileName().toString(), f -> f.toFile().length()));
      assertThat(logs).containsKeys("broker.log", "jobmanager.log", "jobmanager.log.3");
      assertThat(logs.keySet()).noneMatch(name -> name.endsWith(".4"));
      // A file is left when a line has gone beyond its size.
      assertThat(logs.values()).allMatch(size -> size < 1024L * (LOG_KILOBYTES + LINE_KILOBYTES));
    }
  }

  private static Path launcher() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(root.resolve("clausestream"))) {
      root = root.getParent();
    }
    return root.resolve("clausestream");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private LeftProcesses processes() {
    return LeftProcesses.of(new ClusterFolder(data().resolve("cluster")));
  }

  private void kill(String name) throws IOException {
    assertThat(processes().running()).containsKey(name);
    processes().end(name::equals);
  }

  private boolean again(String name) {
    return output().contains(name + " ended with code 137, started again as process ");
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("up.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many jobs run, as the JobManager says; 0 while it says nothing. */
  private long runningJobs() {
    return new ClusterRest(URI.create(webUrl()))
        .get("/jobs/overview")
        .map(
            overview ->
                StreamSupport.stream(overview.path("jobs").spliterator(), false)
                    .filter(job -> job.path("state").asText().equals("RUNNING"))
                    .count())
        .orElse(0L);
  }

  private String webUrl() {
    Properties run = new Properties();
    try (Reader reader = Files.newBufferedReader(data().resolve("run.properties"))) {
      run.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return run.getProperty("web.url");
  }

  private void await(Process up, String what, BooleanSupplier condition)
      throws InterruptedException {
    Waiting.until(
        PATIENCE,
        what,
        () -> {
          assertThat(up.isAlive()).as("cluster up runs: %s", output()).isTrue();
          return condition.getAsBoolean();
        });
  }
}
