package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.cli.deliver.DeliverCommand;
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
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobStatus;
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
import picocli.CommandLine;

/** The whole way of a page over TLS, each process as a user with what deploy.md gives it. */
@Timeout(300)
class AclITCase {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
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
    run("operator", ExitCode.OK, "topics", "list");
    JobClient job = startJob();
    try {
      aPageBecomesADelivery();
      assertThat(desk("dead-letters", "list")).contains("No dead letters");
      desk("rules", "list");
      desk("subscriptions", "list");
      desk("digests", "list");
      desk("changes");
      desk("suppressions");
      desk("why", "Marrowby/Privacy Policy");
      run("operator", ExitCode.OK, "dead-letters", "redrive", "--reason", "INTERNAL");
      assertThat(job.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
    } finally {
      job.cancel().get();
      LiveSystem.await("the job to end", () -> hasEnded(job));
    }
  }

  private static boolean hasEnded(JobClient job) {
    try {
      return job.getJobStatus().get().isGloballyTerminalState();
    } catch (InterruptedException | ExecutionException | IllegalStateException e) {
      // Its cluster goes with it.
      return true;
    }
  }

  private void aPageBecomesADelivery() throws Exception {
    run(
        "desk",
        ExitCode.OK,
        "subscribe",
        "ada",
        "--plan",
        "own",
        "--platform",
        "Marrowby",
        "--lines");
    CommandLine line = Clausestream.commandLine(new PrintWriter(out), new PrintWriter(out));
    DeliverCommand delivery = line.getSubcommands().get("deliver").getCommand();
    String[] words = words("delivery", "deliver", "--lines", folder.resolve("lines").toString());
    CompletableFuture<Integer> delivers = CompletableFuture.supplyAsync(() -> line.execute(words));
    try {
      submit("We keep your letters for thirty days.");
      LiveSystem.await("its first version", () -> sees("Marrowby/Privacy Policy"));
      submit("We sell your letters to anyone, for ever.");
      LiveSystem.await("the alert", () -> desk("alerts", "list").contains("Marrowby"));
      LiveSystem.await("the delivery", () -> isDelivered(delivers));
    } finally {
      delivery.stopSignal().stop(ExitCode.OK);
      assertThat(delivers.get()).as("%s", out).isEqualTo(ExitCode.OK);
    }
  }

  private boolean isDelivered(CompletableFuture<Integer> delivers) {
    assertThat(delivers).as("%s", out).isNotDone();
    return desk("deliveries", "list", "--status", "delivered").contains(" lines ");
  }

  @Test
  void whoHasNoRowForItMayNot() throws Exception {
    run("operator", ExitCode.OK, "topics", "create");

    assertThat(run("crawler", ExitCode.MISTAKE, "alerts", "list")).contains("refused us");
    assertThat(submit("desk", ExitCode.MISTAKE, "We keep your letters.")).contains("refused us");
  }

  private boolean sees(String document) {
    StringWriter told = new StringWriter();
    PrintWriter printer = new PrintWriter(told, true);
    Clausestream.commandLine(printer, printer).execute(words("desk", "show", document));
    return told.toString().contains("version");
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
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    conf.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    DetectChangesJob.check(conf);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(2, new Configuration());
    DetectChangesJob.define(env, conf);
    return env.executeAsync(DetectChangesJob.NAME);
  }

  private String run(String user, int expected, String... words) {
    StringWriter told = new StringWriter();
    PrintWriter printer = new PrintWriter(told, true);
    int code = Clausestream.commandLine(printer, printer).execute(words(user, words));
    assertThat(code).as(user + " " + String.join(" ", words) + ": " + told).isEqualTo(expected);
    return told.toString();
  }

  private String[] words(String user, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--bootstrap-servers", kafka.servers()));
    all.addAll(List.of("--kafka-properties", kafka.file(user).toString()));
    return all.toArray(String[]::new);
  }
}
