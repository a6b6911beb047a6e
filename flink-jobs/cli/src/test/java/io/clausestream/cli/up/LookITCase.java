package io.clausestream.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.RunProperties;
import io.clausestream.connector.history.Archives;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.connector.testkit.CommittedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen of a running engine that the sample history was imported into. */
@Timeout(300)
class LookITCase {

  private static final int FETCHES = 40;
  private static final int CHANGES = 7;
  private static final List<TopicSpec> VERDICTS =
      List.of(
          TopicCatalogue.PAGE_CHANGES,
          TopicCatalogue.PAGE_VERIFICATIONS,
          TopicCatalogue.SUPPRESSIONS);

  private static final String SHORT =
      "<main><h1>Rules</h1><p>These rules say what we promise to the people who use the service,"
          + " and what we ask of them.</p><p>Whoever does not keep to them may lose the use of it"
          + " after a warning.</p></main>";
  private static final String LONG =
      SHORT.replace("</main>", "<p>" + "We keep your data safe. ".repeat(50) + "</p></main>");

  @TempDir static Path folder;
  private static UpRun engine;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void importTheSample() throws Exception {
    Archives.extractSample(
        LookITCase.class.getClassLoader(), "sample-history", folder.resolve("archive"));
    Files.write(
        folder.resolve("archive").resolve("captures.jsonl"),
        List.of(
            quiet("2026-03-10T06:00:00Z", LONG),
            quiet("2026-03-10T13:00:00Z", SHORT),
            quiet("2026-03-12T06:00:00Z", SHORT)),
        StandardOpenOption.APPEND);
    engine = UpRun.start(data(), "--no-sample");
    engine.await("Waiting for page fetches");
    LookITCase importer = new LookITCase();
    importer.run("import", "--from", archive(), "--data-dir", data().toString());
    assertThat(importer.out.toString()).contains("Sent 40 captures");
    while (verdicts() < FETCHES) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    assertThat(engine.stop()).isEqualTo(ExitCode.OK);
  }

  @Test
  void changesOfAllPartitionsComeInTheOrderOfTime() {
    run("changes", "--data-dir", data().toString(), "--format", "jsonl");

    List<String> instants = out.toString().lines().map(line -> field(line, "detectedAt")).toList();
    assertThat(instants).hasSize(CHANGES).isSorted();
  }

  @Test
  void explainShowsEverythingOfAChange() {
    run("changes", "--data-dir", data().toString(), "--format", "jsonl");
    String line =
        out.toString()
            .lines()
            .filter(change -> field(change, "documentId").equals("Quillstead/Privacy Policy"))
            .findFirst()
            .orElseThrow();
    String id = field(line, "changeId");

    out.getBuffer().setLength(0);
    run("explain", id.substring(0, 12), "--data-dir", data().toString());
    assertThat(out.toString())
        .contains("  change       " + id, "number       30 days -> 90 days", "(quantity.time)")
        .contains("We keep account information for [-30-]{+90+} days after you close your account");

    out.getBuffer().setLength(0);
    run("explain", id, "--data-dir", data().toString(), "--format", "jsonl");
    assertThat(out.toString().strip()).isEqualTo(line);
  }

  @Test
  void suppressionsTellTheirReasonsAndCanBeAskedFor() {
    run("suppressions", "--data-dir", data().toString());
    assertThat(out.toString())
        .contains(
            "[MOVED_BLOCKS] Quillstead / Terms of Service", "why not: the server answered 503")
        .contains("5 without an alert: 1 HTTP_STATUS, 1 MOVED_BLOCKS");

    out.getBuffer().setLength(0);
    run(
        "suppressions",
        "--data-dir",
        data().toString(),
        "--reason",
        "bad-capture",
        "--document",
        "Quillstead/Terms of Service",
        "--since",
        "2026-03-09",
        "--format",
        "jsonl");
    assertThat(out.toString().lines().map(line -> field(line, "reason")))
        .containsExactly("HTTP_STATUS");
  }

  @Test
  void whyTellsTheStoryOfADocument() {
    run("why", "Quillstead/Terms of Service", "--fetches", "--data-dir", data().toString());

    assertThat(out.toString().lines().toList())
        .anyMatch(line -> line.contains("7 fetches"))
        .anyMatch(line -> line.matches("2026-03-02.*first seen.*"))
        .anyMatch(line -> line.matches("2026-03-09.*bad capture.*HTTP_STATUS: .*503"))
        .anyMatch(line -> line.matches("2026-03-09.*unchanged.*4 times, up to 2026-03-20.*"))
        .anyMatch(line -> line.matches("2026-03-26.*no alert.*MOVED_BLOCKS: .*"))
        .noneMatch(line -> line.contains("no verdict yet"));
  }

  /**
   * Its deadline comes between two fetches; live and replay must stamp it with the same instant.
   */
  @Test
  void whyTellsWhenASuspiciousChangeWasSure() {
    run("why", "Quietwood/Rules", "--data-dir", data().toString());

    assertThat(out.toString())
        .containsPattern("2026-03-10T13:00:00Z +CHANGED")
        .contains("suspicious at first; sure at 2026-03-11T07:00:00Z");
  }

  @Test
  void whyOfProgramsIsAnEventALine() {
    run("why", "Quillstead/Terms of Service", "--format", "jsonl", "--data-dir", data().toString());

    assertThat(out.toString().lines().map(line -> field(line, "verdict")))
        .containsExactly(
            "FIRST", "BAD_CAPTURE", "VERIFIED", "VERIFIED", "VERIFIED", "VERIFIED", "SUPPRESSED");
  }

  @Test
  void showTellsWhereADocumentStands() {
    run("show", "Lanternfold/Privacy Policy", "--data-dir", data().toString());

    assertThat(out.toString())
        .containsPattern("version +3, in force since 2026-03-30T06:05:07Z")
        .containsPattern("first seen +2026-03-02T06:05:07Z")
        .containsPattern("last verified +2026-03-30T18:05:07Z")
        .containsPattern("health +good")
        .containsPattern("changes +2 in the 30 days up to 2026-03-30T18:05:07Z")
        .contains("[HIGH] ai-training");
  }

  @Test
  void aDocumentThatNobodyKnowsIsAnsweredWithThoseLikeIt() {
    int code = execute("show", "lanternfold/privacy", "--data-dir", data().toString());

    assertThat(code).isEqualTo(ExitCode.MISTAKE);
    assertThat(err.toString())
        .contains("'lanternfold/privacy'", "did you mean 'Lanternfold/Privacy Policy'");
  }

  @Test
  void aReplayReproducesWhatTheEngineRecorded() {
    run("replay", "--from", archive(), "--compare-topic", "--data-dir", data().toString());

    assertThat(out.toString())
        .containsPattern("reproduced +7")
        .containsPattern("missing +0")
        .contains("All that was recorded is reproduced");
  }

  @Test
  void aFieldThatWasChangedSinceIsNamed() throws IOException {
    run("changes", "--data-dir", data().toString(), "--format", "jsonl");
    List<String> lines = new ArrayList<>(out.toString().lines().toList());
    String severity = field(lines.get(0), "severity");
    lines.set(0, lines.get(0).replaceFirst("\"severity\":\"\\w+\"", "\"severity\":\"HIGHEST\""));
    Path recorded = Files.write(folder.resolve("recorded.jsonl"), lines);
    Path report = folder.resolve("report.json");

    int code =
        execute(
            "replay",
            "--from",
            archive(),
            "--compare",
            recorded.toString(),
            "--report",
            report.toString());

    assertThat(code).isEqualTo(ExitCode.DIFFERS);
    assertThat(out.toString())
        .containsPattern("reproduced +6")
        .containsPattern("different +1")
        .containsPattern("severity\\s+recorded +\"HIGHEST\"\\s+replayed +\"" + severity + "\"");
    assertThat(report)
        .content()
        .contains("\"reproduced\":false", "\"DIFFERENT\":1", "\"field\":\"severity\"");
  }

  /** A capture of a document that loses most of its text. */
  private static String quiet(String fetchedAt, String html) {
    return """
        {"platform":"Quietwood","documentType":"Rules","url":"https://example.org/rules",\
        "fetchedAt":"%s","httpStatus":200,"contentType":"text/html; charset=utf-8",\
        "bodyBase64":"%s"}"""
        .formatted(
            fetchedAt, Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static Path data() {
    return folder.resolve("data");
  }

  private static String archive() {
    return folder.resolve("archive").toString();
  }

  private static int verdicts() {
    KafkaConnection broker = KafkaConnection.of(RunProperties.read(data()).bootstrapServers());
    return VERDICTS.stream()
        .mapToInt(topic -> CommittedReader.readAll(broker, topic.name()).size())
        .sum();
  }

  private void run(String... arguments) {
    int code = execute(arguments);
    assertThat(code).as(err.toString()).isEqualTo(ExitCode.OK);
  }

  private int execute(String... arguments) {
    return Clausestream.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(arguments);
  }

  private static String field(String line, String name) {
    return line.replaceFirst(".*?\"" + name + "\":\"([^\"]*)\".*", "$1");
  }
}
