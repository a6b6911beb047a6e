package io.clausestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user's mistake gets: one line that names thing and remedy, an exit code, no stack. */
class ClausestreamTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "up",
        "replay",
        "import",
        "submit",
        "changes",
        "why",
        "show",
        "suppressions",
        "diff",
        "deliver",
        "deliveries list",
        "topics list",
        "dead-letters redrive",
        "config",
        "completion"
      })
  void everyCommandHasHelpWithItsExitCodes(String command) {
    int code = run((command + " --help").strip().split(" "));

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Usage: clausestream", "Exit codes:", "--stacktrace");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anUnknownOptionPointsToTheHelp() {
    assertMistake(ExitCode.USAGE, run("up", "--datadir", "x"))
        .contains("'--datadir'", "clausestream up --help");
  }

  @Test
  void aMissingCommandPointsToTheHelp() {
    assertMistake(ExitCode.USAGE, run()).contains("command", "clausestream --help");
  }

  @Test
  void anUnknownCommandPointsToTheHelp() {
    assertMistake(ExitCode.USAGE, run("upp")).contains("'upp'", "--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-13-01", "2026-01-01T00:00:00"})
  void aWrongInstantSaysHowToWriteOne(String instant) {
    assertMistake(ExitCode.USAGE, run("replay", "--from", "x", "--until", instant))
        .contains("'" + instant + "'", "2026-01-31T12:00:00Z");
  }

  @Test
  void parallelismBelowOneIsRefused() {
    assertMistake(ExitCode.USAGE, run("replay", "--from", "x", "--parallelism", "0"))
        .contains("--parallelism");
  }

  @Test
  void anArchiveThatIsNotThereIsNamed() {
    String nowhere = folder.resolve("nowhere").toString();

    assertMistake(ExitCode.MISTAKE, run("replay", "--from", nowhere)).contains(nowhere);
  }

  @Test
  void anArchiveThatIsNoneIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.txt"), "no archive");

    assertMistake(ExitCode.MISTAKE, run("replay", "--from", file.toString()))
        .contains(file.toString());
    assertMistake(ExitCode.MISTAKE, run("import", "--from", folder.toString()))
        .contains(folder.toString());
  }

  @Test
  void anOutputThatCannotBeWrittenShowsBeforeTheWork() throws IOException {
    String out = folder.resolve("nowhere").resolve("out.jsonl").toString();

    assertMistake(ExitCode.MISTAKE, run("replay", "--from", sample().toString(), "--changes", out))
        .contains(out);
    assertThat(this.out.toString()).doesNotContain("a second");
  }

  @Test
  void aPlatformThatTheArchiveLacksIsNamedWithSomeThatItHas() throws IOException {
    assertMistake(
            ExitCode.MISTAKE, run("replay", "--from", sample().toString(), "--platform", "Nobody"))
        .contains("'Nobody'", "Example");
  }

  @Test
  void aBrokerThatIsNotThereIsNamed() throws IOException {
    String server = "127.0.0.1:" + freePort();

    assertMistake(ExitCode.MISTAKE, run("changes", "--bootstrap-servers", server)).contains(server);
  }

  @Test
  void aBrokerThatIsNoAddressIsNamed() {
    assertMistake(ExitCode.MISTAKE, run("changes", "--bootstrap-servers", "localhost"))
        .contains("'localhost'", "127.0.0.1:9092");
  }

  @Test
  void everyFormatHasTheSameName() {
    for (String command :
        List.of("changes", "suppressions", "why x", "show x", "config", "topics list")) {
      err.getBuffer().setLength(0);
      String[] line = (command + " --format xml").split(" ");
      assertMistake(ExitCode.USAGE, run(line)).contains("--format", "xml", "TEXT", "JSONL");
    }
  }

  @Test
  void aReasonOfNoDeadLetterIsAnsweredWithThoseThatThereAre() {
    assertMistake(ExitCode.USAGE, run("dead-letters", "list", "--reason", "weather"))
        .contains("'weather'", "BODY_TOO_LARGE", "INTERNAL");
  }

  @Test
  void aReasonThatIsNoneIsNamedWithThoseThatAre() {
    assertMistake(ExitCode.USAGE, run("suppressions", "--reason", "weather"))
        .contains("'weather'", "MOVED_BLOCKS", "HTTP_STATUS", "LATE", "NO_BASELINE");
  }

  @Test
  void recordedChangesThatCannotBeReadAreNamedBeforeTheWork() throws IOException {
    String archive = sample().toString();
    String nowhere = folder.resolve("nowhere.jsonl").toString();
    Path letter = Files.writeString(folder.resolve("letter.jsonl"), "\n{\"severity\":\"LOW\"}\n");

    assertMistake(ExitCode.MISTAKE, run("replay", "--from", archive, "--compare", nowhere))
        .contains(nowhere, "--compare");
    assertMistake(
            ExitCode.MISTAKE, run("replay", "--from", archive, "--compare", letter.toString()))
        .contains("Line 2 of '" + letter, "documentId", "changes --format jsonl");
    assertThat(out.toString()).doesNotContain("a second");
  }

  @Test
  void optionsOfAComparisonThatThereIsNoneOfAreRefused() {
    assertMistake(ExitCode.USAGE, run("replay", "--from", "x", "--report", "r.json"))
        .contains("--report", "--compare");
    assertMistake(ExitCode.USAGE, run("replay", "--from", "x", "--data-dir", "d"))
        .contains("--data-dir", "--compare-topic");
    assertMistake(ExitCode.USAGE, run("replay", "--from", "x", "--compare", "r", "--compare-topic"))
        .contains("--compare", "--compare-topic");
  }

  @Test
  void aCaptureThatIsNotThereIsNamed() throws IOException {
    String nowhere = folder.resolve("nowhere.html").toString();

    assertMistake(ExitCode.MISTAKE, run("diff", sample() + "/terms.html", nowhere))
        .contains(nowhere);
  }

  @Test
  void aDiffShowsVerdictAndRedlineAndWritesThePage() throws IOException {
    String body =
        "<h1>Terms</h1><p>These are the terms that you agree to when you use the service, and what"
            + " they ask of you.</p><p>We %s share your personal data.</p>";
    Path old = Files.writeString(folder.resolve("old.html"), body.formatted("may"));
    Path now = Files.writeString(folder.resolve("new.html"), body.formatted("will"));
    Path page = folder.resolve("redline.html");

    int code = run("diff", old.toString(), now.toString(), "--html", page.toString());

    assertThat(code).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("old.html -> new.html", "[-may-]{+will+}", "would alert");
    assertThat(page).content().contains("<del>may</del><ins>will</ins>");
  }

  @Test
  void aMissingDocumentIsNamed() {
    assertMistake(ExitCode.USAGE, run("why")).contains("DOCUMENT", "clausestream why --help");
    assertMistake(ExitCode.USAGE, run("show")).contains("DOCUMENT", "clausestream show --help");
  }

  @Test
  void aDataFolderWithoutAnEnginePointsToUp() {
    assertMistake(ExitCode.MISTAKE, run("changes", "--data-dir", folder.toString()))
        .contains(folder.toString(), "clausestream up");
  }

  @Test
  void brokerAndDataFolderExcludeEachOther() {
    assertMistake(
            ExitCode.USAGE, run("changes", "--data-dir", "data", "--bootstrap-servers", "a:1"))
        .contains("--data-dir", "--bootstrap-servers");
  }

  @ParameterizedTest
  @CsvSource({
    "--kafka-port,70000",
    "--web-port,-1",
    "--metrics-port,70000",
    "--parallelism,0",
    "--parallelism,2000"
  })
  void anOptionOfUpOutsideItsRangeIsNamed(String option, String value) {
    assertMistake(ExitCode.USAGE, run("up", "--data-dir", folder.toString(), option, value))
        .contains(option, value);
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());

      assertMistake(
              ExitCode.MISTAKE,
              run("up", "--no-sample", "--data-dir", folder.toString(), "--kafka-port", port))
          .contains(port, "--kafka-port");
    }
  }

  @Test
  void aMetricsPortInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());

      assertMistake(
              ExitCode.MISTAKE, run("up", "--data-dir", folder.toString(), "--metrics-port", port))
          .contains(port, "--metrics-port");
    }
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertMistake(ExitCode.MISTAKE, run("up", "--data-dir", file.toString()))
        .contains(file.toString(), "--data-dir");
  }

  @Test
  void aDataFolderInUseIsNamed() throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertMistake(ExitCode.MISTAKE, run("up", "--data-dir", folder.toString()))
          .contains(folder.toString(), "already");
    }
  }

  @Test
  void theStackTraceComesWhenItIsAskedFor() {
    run("changes", "--stacktrace", "--data-dir", folder.toString());

    assertThat(err.toString()).contains("\tat io.clausestream");
  }

  @Test
  void everyWrongLineOfACaptureFileIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.jsonl"), "[]\n{\"platform\":\"P\"}\n");

    assertThat(run("import", "--from", file.toString())).isEqualTo(ExitCode.MISTAKE);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("clausestream: " + file).contains("line 1"),
            second ->
                assertThat(second).contains("line 2", "'documentType'", "every line needs it"));
  }

  @Test
  void aFileThatCannotBeSubmittedIsNamed() {
    String nowhere = folder.resolve("nowhere.html").toString();

    assertMistake(ExitCode.MISTAKE, run("submit", nowhere, "https://example.org/"))
        .contains(nowhere);
  }

  private Path sample() throws IOException {
    Path archive = Files.createDirectories(folder.resolve("archive"));
    Files.writeString(archive.resolve("terms.html"), "<p>Terms</p>");
    Files.writeString(
        archive.resolve("captures.jsonl"),
        "{\"platform\":\"Example\",\"documentType\":\"Terms\",\"url\":\"https://example.org/\","
            + "\"fetchedAt\":\"2026-01-05T06:00:00Z\",\"path\":\"terms.html\"}\n");
    return archive;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private int run(String... arguments) {
    return Clausestream.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
        .execute(arguments);
  }

  private org.assertj.core.api.AbstractStringAssert<?> assertMistake(int expected, int code) {
    String told = err.toString();
    err.getBuffer().setLength(0);
    assertThat(code).isEqualTo(expected);
    assertThat(told.lines()).hasSize(1);
    return assertThat(told).startsWith("clausestream: ").doesNotContain("\tat ");
  }
}
