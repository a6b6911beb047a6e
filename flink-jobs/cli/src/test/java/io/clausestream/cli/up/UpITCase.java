package io.clausestream.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.RunProperties;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.connector.testkit.CommittedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The engine in one process, twice on one folder. */
class UpITCase {

  private static final String PAGE =
      "<html><head><title>Terms</title></head><body><main><h1>Terms</h1>"
          + "<p>We keep the files that you delete for 30 days, and remove them from our backups"
          + " afterwards.</p><p>These terms apply to every use of the service. By opening an account"
          + " you agree to them, so read them with care before you go on.</p></main></body></html>";

  @TempDir private Path temporary;

  @Test
  @Timeout(300)
  void theFirstStartFeedsTheSampleAndALaterOneGoesOn() throws Exception {
    Path folder = temporary.resolve("data with a space");

    UpRun first = start(folder);
    first.await("alerts are above");
    Path page = Files.writeString(temporary.resolve("page.html"), PAGE);
    String document = "of document 'own.example/terms'";
    assertThat(submit(folder, page)).contains(document, "First seen: this is version 1");
    Files.writeString(page, PAGE.replace("30 days", "90 days"));
    assertThat(submit(folder, page)).contains(document, "Changed: version 2", "{+90+} days");
    first.await("own.example / terms");
    List<String> alerts = ids(folder, TopicCatalogue.ALERTS);
    first.awaitLines(alerts.size());
    first.awaitFeed("own.example");
    List<String> fetches = ids(folder, TopicCatalogue.PAGE_FETCHES);
    assertThat(alerts).isNotEmpty().doesNotHaveDuplicates();
    assertThat(fetches).hasSizeGreaterThan(alerts.size()).doesNotHaveDuplicates();
    assertThat(first.alerts()).isEqualTo(alerts.size());
    assertThat(first.metric("alert_severity_alerts")).isEqualTo(alerts.size());
    assertThat(first.metric("page_events")).isEqualTo(fetches.size());
    // Lines and a feed each; what was written last may not be recorded yet.
    assertThat(first.deliveryMetric("delivered_total")).isGreaterThanOrEqualTo(alerts.size());
    assertThat(config(folder))
        .contains("127.0.0.1:" + first.brokerPort() + " ")
        .doesNotContain("127.0.0.1:9092");
    assertThat(changes(folder)).hasSize(alerts.size());
    assertThat(first.stop()).isEqualTo(ExitCode.OK);
    assertThat(first.text())
        .contains("begins anew", "Admitted the subscription of 'compliance-desk'.");
    assertThat(folder.resolve("run.properties")).doesNotExist();
    assertThat(folder.resolve("secrets/feeds")).isNotEmptyFile();

    Path subscriptions = folder.resolve("subscriptions.yaml");
    Files.writeString(
        subscriptions,
        Files.readString(subscriptions)
            + "  - {subscriber: greedy, plan: free, platforms: [A, B]}\n");

    UpRun second = start(folder);
    second.await("Waiting for page fetches");
    assertThat(second.text())
        .contains("Refused the subscription of 'greedy' (PLATFORM_LIMIT): Plan 'free' watches up")
        .doesNotContain("'compliance-desk'");
    TimeUnit.SECONDS.sleep(4);
    assertThat(second.text()).contains("goes on from checkpoint");
    assertThat(second.alerts()).isZero();
    assertThat(ids(folder, TopicCatalogue.ALERTS)).isEqualTo(alerts);
    assertThat(second.lines()).hasSize(alerts.size());
    assertThat(ids(folder, TopicCatalogue.PAGE_FETCHES)).isEqualTo(fetches);
    assertThat(second.stop()).isEqualTo(ExitCode.OK);
    fromPrevious(folder, page, alerts);
  }

  private static void fromPrevious(Path folder, Path page, List<String> alerts) throws Exception {
    String newest = CheckpointFinder.newest(folder.resolve("checkpoints")).orElseThrow().toString();
    UpRun third = start(folder, "--from-previous");
    third.await("Waiting for page fetches");
    assertThat(third.text())
        .contains("goes on from checkpoint chk-")
        .doesNotContain(Path.of(newest).getFileName().toString());
    assertThat(submit(folder, page)).contains("Unchanged");
    assertThat(ids(folder, TopicCatalogue.ALERTS)).isEqualTo(alerts);
    assertThat(third.stop()).isEqualTo(ExitCode.OK);
  }

  private static UpRun start(Path folder, String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(List.of("--metrics-port", "0", "-D", "execution.checkpointing.interval=500 ms"));
    return UpRun.start(folder, options.toArray(String[]::new));
  }

  private static List<String> ids(Path folder, TopicSpec topic) {
    KafkaConnection broker = KafkaConnection.of(RunProperties.read(folder).bootstrapServers());
    return CommittedReader.readAll(broker, topic.name()).stream().map(UpITCase::id).toList();
  }

  private static String id(KafkaRecord record) {
    return new String(record.headers().get("ce_id"), StandardCharsets.UTF_8);
  }

  private static List<String> changes(Path folder) {
    return command("changes", "--data-dir", folder.toString(), "--format", "jsonl")
        .lines()
        .toList();
  }

  private static String config(Path folder) {
    return command("config", "--data-dir", folder.toString());
  }

  private static String submit(Path folder, Path page) {
    return command(
        "submit",
        page.toString(),
        "https://own.example/terms",
        "--wait",
        "--data-dir",
        folder.toString());
  }

  private static String command(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Clausestream.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(arguments);
    assertThat(code).as(out.toString() + err).isEqualTo(ExitCode.OK);
    return out.toString();
  }
}
