package io.clausestream.cli.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.cli.logs.CapturedLog;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.testkit.RecordSender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an engine logs while it works: the ids, and never what is on a page or in a request. */
@Timeout(300)
class LogsITCase {

  private static final String MARKER = "quillwortsaffron";
  private static final String DOCUMENT = "Marrowby/Privacy Policy";

  @TempDir Path folder;

  @Test
  void aLineHasTheIdsAndNoTextOfAPageOrOfARequest() throws Exception {
    CapturedLog log = CapturedLog.start();
    UpRun engine = UpRun.start(folder.resolve("data"), "--no-sample");
    engine.await("Waiting for page fetches");
    submit(page("We keep your " + MARKER + " letters for thirty days."));
    submit(page("We sell your " + MARKER + " letters to anyone, for ever."));
    send(engine, TopicCatalogue.PAGE_FETCHES.name(), MARKER.repeat(3));
    send(engine, TopicCatalogue.RULE_REQUESTS.name(), MARKER.repeat(3));

    await(log, line -> line.contains("Change ") && line.contains("documentId=" + DOCUMENT));
    await(log, line -> line.contains("Dead letter at stage page") && isOf(line, "page-fetches"));
    await(log, line -> line.contains("UNDECODABLE") && isOf(line, "rule-requests"));
    assertThat(engine.stop()).isEqualTo(ExitCode.OK);
    assertThat(changeLine(log)).containsPattern("changeId=[0-9a-f]{32}");
    assertThat(log.lines()).noneMatch(line -> line.contains(MARKER));
  }

  private static String changeLine(CapturedLog log) {
    return log.lines().stream()
        .filter(line -> line.contains("documentId=" + DOCUMENT))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOf(String line, String topic) {
    return line.contains("topic=" + topic) && line.contains("offset=");
  }

  private static void await(CapturedLog log, Predicate<String> line) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (log.lines().stream().noneMatch(line)) {
      assertThat(System.nanoTime()).as("%s", log.lines()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static String page(String sentence) {
    return "<h1>Privacy</h1><p>" + sentence + "</p><p>" + "We tell you first. ".repeat(20) + "</p>";
  }

  private void submit(String html) throws Exception {
    Path file = Files.writeString(folder.resolve("page.html"), html);
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out, true);
    int code =
        Clausestream.commandLine(printer, printer)
            .execute(
                "submit",
                file.toString(),
                "https://marrowby.example/privacy",
                "--platform",
                "Marrowby",
                "--type",
                "Privacy Policy",
                "--wait",
                "--data-dir",
                folder.resolve("data").toString());
    assertThat(code).as(out.toString()).isEqualTo(ExitCode.OK);
  }

  private static void send(UpRun engine, String topic, String value) {
    RecordSender.send(
        KafkaConnection.of("127.0.0.1:" + engine.brokerPort()),
        List.of(new ProducerRecord<>(topic, "Marrowby".getBytes(UTF_8), value.getBytes(UTF_8))));
  }
}
