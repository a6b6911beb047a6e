package io.clausestream.connector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Variant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesArchiveTest {

  private static final String BODY =
      "\"bodyBase64\":\""
          + Base64.getEncoder().encodeToString("<p>ü</p>".getBytes(StandardCharsets.UTF_8))
          + "\"";

  @TempDir private Path folder;

  private static String line(String fetchedAt, String more) {
    return "{\"platform\":\"Alder\",\"documentType\":\"Terms\",\"url\":\"https://alder.example\","
        + "\"fetchedAt\":\"%s\",%s}".formatted(fetchedAt, more);
  }

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("captures.jsonl"), List.of(lines));
  }

  private List<FetchedPage> readAll() throws IOException {
    try (Archive archive = Archives.open(folder)) {
      return GitArchiveTest.read(archive, CaptureFilter.ALL);
    }
  }

  private void assertRefused(String line, String... parts) throws IOException {
    write(line("2026-01-01T00:00:00Z", BODY), "", line);
    assertThatThrownBy(() -> Archives.open(folder))
        .isInstanceOf(ArchiveFormatException.class)
        .hasMessageContaining("line 3")
        .hasMessageContainingAll(parts);
  }

  @Test
  void linesAreCapturesInTheOrderOfTheirTime() throws IOException {
    write(
        line("2026-01-02T01:00:00+01:00", BODY + ",\"headers\":{\"ETag\":\"1\"}"),
        "",
        line(
            "2026-01-01T00:00:00Z",
            "\"outcome\":\"HTTP_ERROR\",\"httpStatus\":503,\"documentId\":\"alder-terms\""));
    List<FetchedPage> pages = readAll();
    assertThat(pages.get(0).getDocumentId()).isEqualTo("alder-terms");
    assertThat(pages.get(0).getOutcome()).isEqualTo(FetchOutcome.HTTP_ERROR);
    assertThat(pages.get(0).getHttpStatus()).isEqualTo(503);
    assertThat(pages.get(0).getBody()).isNull();
    assertThat(pages.get(0).getBodyLocation()).isNull();
    assertThat(pages.get(1).getDocumentId()).isEqualTo("Alder/Terms");
    assertThat(pages.get(1).getFetchedAt()).isEqualTo("2026-01-02T00:00:00Z");
    assertThat(pages.get(1).getHeaders()).containsEntry("etag", "1");
    assertThat(StandardCharsets.UTF_8.decode(pages.get(1).getBody()).toString())
        .isEqualTo("<p>ü</p>");
  }

  @Test
  void aWrongLineIsNamedWithItsFieldAndTheRemedy() throws IOException {
    assertRefused(line("yesterday", BODY), "field 'fetchedAt'", "yesterday", "ISO 8601");
    assertRefused(line("2026-01-01T00:00:00Z", "\"path\":null"), "field 'path'", "bodyBase64");
    assertRefused(
        line("2026-01-01T00:00:00Z", BODY + ",\"body\":\"x\""), "'bodyBase64'", "'body'", "once");
    assertRefused(line("2026-01-01T00:00:00Z", "\"body\":1"), "'body'", "write a string");
    assertRefused(line("2026-01-01T00:00:00Z", "\"bodyBase64\":\"~\""), "is not base64");
    assertRefused(line("2026-01-01T00:00:00Z", BODY + ",\"httpStatus\":\"x\""), "'httpStatus'");
    assertRefused(line("2026-01-01T00:00:00Z", BODY + ",\"outcome\":\"ok\""), "'outcome'");
    assertRefused(line("2026-01-01T00:00:00Z", BODY + ",\"titel\":\"x\""), "'titel'", "known");
    assertRefused("{\"platform\":", "not one JSON object");
    assertRefused("[]", "not one JSON object");
    assertRefused("{\"platform\":\"Alder\"}", "field 'documentType'");
  }

  @Test
  void everyWrongLineIsNamedByItsNumber() throws IOException {
    write(
        line("yesterday", BODY),
        line("2026-01-01T00:00:00Z", BODY),
        "[]",
        line("2026-01-01T00:00:00Z", "\"path\":\"../x\""));
    assertThat(wrongLines())
        .satisfiesExactly(
            first -> assertThat(first).contains("line 1", "'fetchedAt'"),
            second -> assertThat(second).contains("line 3", "not one JSON object"),
            third -> assertThat(third).contains("line 4", "'path'", "must stay inside"));
  }

  @Test
  void ofAFileThatIsWrongAllThroughTheFirstLinesAreNamed() throws IOException {
    write(Collections.nCopies(30, "[]").toArray(String[]::new));

    List<String> wrong = wrongLines();

    assertThat(wrong).hasSize(21);
    assertThat(wrong.get(19)).contains("line 20");
    assertThat(wrong.get(20)).contains("10 more lines are wrong");
  }

  private List<String> wrongLines() {
    return catchThrowableOfType(ArchiveFormatException.class, () -> Archives.open(folder)).lines();
  }

  @Test
  void aBodyMayStandInTheLineAsText() throws IOException {
    write(
        line(
            "2026-01-01T00:00:00Z",
            "\"body\":\"<p>\\u00fc</p>\",\"region\":\"DE\",\"language\":\"de-DE\""));

    FetchedPage page = readAll().get(0);

    assertThat(StandardCharsets.UTF_8.decode(page.getBody()).toString()).isEqualTo("<p>ü</p>");
    assertThat(page.getVariant()).isEqualTo(new Variant("DE", "de-DE"));
  }

  @Test
  void aPathMayNotLeaveTheFolder() throws IOException {
    for (String path : List.of("../secret", "/etc/passwd", "a/../../secret")) {
      assertRefused(
          line("2026-01-01T00:00:00Z", "\"path\":\"%s\"".formatted(path)),
          "field 'path'",
          "must stay inside");
    }
  }

  @Test
  void aLinkThatLeadsOutOfTheFolderIsNotRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "x");
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("a.html"), secret);
    Files.writeString(
        inside.resolve("captures.jsonl"), line("2026-01-01T00:00:00Z", "\"path\":\"a.html\""));
    try (Archive archive = Archives.open(inside)) {
      FetchedPage page = GitArchiveTest.read(archive, CaptureFilter.ALL).get(0);
      assertThat(page.getBody()).isNull();
      assertThat(page.getBodyLocation()).isEqualTo("file:a.html");
    }
  }

  @Test
  void aMissingBodyLeavesItsLocation() throws IOException {
    write(line("2026-01-01T00:00:00Z", "\"path\":\"absent.html\""));
    FetchedPage page = readAll().get(0);
    assertThat(page.getOutcome()).isEqualTo(FetchOutcome.OK);
    assertThat(page.getBody()).isNull();
    assertThat(page.getBodyLocation()).isEqualTo("file:absent.html");
  }

  @Test
  void oneDocumentIdIsOneDocument() throws IOException {
    write(
        line("2026-01-01T00:00:00Z", BODY + ",\"documentId\":\"d\""),
        line("2026-01-01T00:00:00Z", BODY + ",\"documentId\":\"d\"").replace("Alder", "Birch"));
    assertThatThrownBy(() -> Archives.open(folder))
        .hasMessageContainingAll("line 2", "field 'documentId'", "'d' was of Alder");
  }

  @Test
  void anEmptyFileIsNoArchive() throws IOException {
    write();
    assertThatThrownBy(() -> Archives.open(folder)).isInstanceOf(NotAnArchiveException.class);
  }

  @Test
  void aHistoryOnTheClassPathIsExtracted() throws IOException {
    ClassLoader loader = getClass().getClassLoader();
    Archives.extractSample(loader, "history-of-tests", folder.resolve("sample"));
    try (Archive archive = Archives.open(folder.resolve("sample"))) {
      assertThat(GitArchiveTest.read(archive, CaptureFilter.ALL))
          .hasSize(2)
          .allSatisfy(page -> assertThat(page.getBody()).isNotNull());
    }
    assertThatThrownBy(() -> Archives.extractSample(loader, "absent", folder.resolve("x")))
        .hasMessageContaining("absent/captures.jsonl");
  }
}
