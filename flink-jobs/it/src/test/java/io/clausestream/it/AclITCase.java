package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.pipeline.job.DetectChangesJob;
import io.clausestream.pipeline.options.KafkaOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a page over TLS, each process as a user with what deploy.md gives it. */
@Timeout(300)
class AclITCase {

  @TempDir Path folder;
  private SecuredKafka kafka;

  @BeforeEach
  void start() throws Exception {
    kafka = SecuredKafka.start(folder);
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void everyProcessDoesItsWorkWithWhatTheTableGivesIt() throws Exception {
    run("operator", ExitCode.OK, "topics", "create");
    run("operator", ExitCode.OK, "topics", "check");
    JobClient job = startJob();
    run("desk", ExitCode.OK, "subscribe", "ada", "--plan", "own", "--platform", "Marrowby");
    Path lines = folder.resolve("lines");
    CompletableFuture<?> delivery =
        CompletableFuture.runAsync(
            () -> run("delivery", ExitCode.OK, "deliver", "--lines", lines.toString()));
    submit("We keep your letters for thirty days.");
    awaitOutput("FIRST", "show", "Marrowby/Privacy Policy");
    submit("We sell your letters to anyone, for ever.");

    LiveSystem.await("the alert", () -> desk("alerts", "list").contains("Marrowby"));
    assertThat(delivery).isNotDone();
    assertThat(desk("rules", "list")).isNotBlank();
    assertThat(desk("dead-letters", "list")).contains("No dead letters");
    assertThat(run("operator", ExitCode.OK, "dead-letters", "redrive", "--reason", "INTERNAL"))
        .isNotNull();
    assertThat(job.getJobStatus().get()).hasToString("RUNNING");
    job.cancel().get();
  }

  @Test
  void whoHasNoRowForItMayNot() throws Exception {
    run("operator", ExitCode.OK, "topics", "create");

    assertThat(run("crawler", ExitCode.MISTAKE, "alerts", "list")).contains("alerts");
    assertThat(submit("desk", ExitCode.MISTAKE, "We keep your letters.")).contains("page-fetches");
  }

  private void awaitOutput(String words, String... command) {
    LiveSystem.await(words, () -> desk(command).contains(words));
  }

  private String desk(String... command) {
    return run("desk", ExitCode.OK, command);
  }

  private void submit(String sentence) throws Exception {
    submit("crawler", ExitCode.OK, sentence);
  }

  private String submit(String user, int expected, String sentence) throws Exception {
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            "<h1>Privacy</h1><p>" + sentence + "</p><p>" + "We tell you. ".repeat(30) + "</p>");
    return run(
        user,
        expected,
        "submit",
        page.toString(),
        "https://marrowby.example/privacy",
        "--platform",
        "Marrowby",
        "--type",
        "Privacy Policy");
  }

  private JobClient startJob() throws Exception {
    Configuration conf = new Configuration();
    conf.set(KafkaOptions.BOOTSTRAP_SERVERS, kafka.servers());
    conf.set(KafkaOptions.PROPERTIES, kafka.properties("job"));
    conf.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    conf.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("checkpoints").toUri().toString());
    conf.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    DetectChangesJob.check(conf);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(2, new Configuration());
    DetectChangesJob.define(env, conf);
    return env.executeAsync(DetectChangesJob.NAME);
  }

  private String run(String user, int expected, String... words) {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out, true);
    List<String> all = new ArrayList<>(List.of(words));
    try {
      all.addAll(
          List.of(
              "--bootstrap-servers",
              kafka.servers(),
              "--kafka-properties",
              kafka.file(user).toString()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    int code = Clausestream.commandLine(printer, printer).execute(all.toArray(String[]::new));
    assertThat(code).as(user + " " + String.join(" ", words) + ": " + out).isEqualTo(expected);
    return out.toString();
  }
}
