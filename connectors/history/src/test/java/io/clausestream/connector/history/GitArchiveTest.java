package io.clausestream.connector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.schema.FetchId;
import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitArchiveTest {

  private static final String TERMS = "Alder/Terms of Service.html";

  @TempDir private Path folder;

  private SnapshotRepository repository() throws IOException {
    return new SnapshotRepository(folder.resolve("snapshots"));
  }

  private Archive open() throws IOException {
    return Archives.open(folder.resolve("snapshots"), folder.resolve("cache"));
  }

  static List<FetchedPage> read(Archive archive, CaptureFilter filter) throws IOException {
    List<FetchedPage> pages = new ArrayList<>();
    try (CaptureIterator captures = archive.captures(filter, Origin.REPLAY)) {
      captures.forEachRemaining(pages::add);
    }
    return pages;
  }

  private List<FetchedPage> readAll() throws IOException {
    try (Archive archive = open()) {
      return read(archive, CaptureFilter.ALL);
    }
  }

  @Test
  void aCommitIsACaptureWithItsPathDateUrlAndBody() throws IOException {
    try (SnapshotRepository git = repository()) {
      git.put("Alder/Terms of Service #eu.html", "<p>Hello</p>")
          .commit(
              "2026-01-01T06:00:00Z",
              "Record\n\nX-engine: 1\nX-source-document-location: https://alder.example/eu\n");
    }
    FetchedPage page = readAll().get(0);
    assertThat(page.getDocumentId()).isEqualTo("Alder/Terms of Service #eu");
    assertThat(page.getPlatform()).isEqualTo("Alder");
    assertThat(page.getDocumentType()).isEqualTo("Terms of Service");
    assertThat(page.getUrl()).isEqualTo("https://alder.example/eu");
    assertThat(page.getFetchedAt()).isEqualTo(Instant.parse("2026-01-01T06:00:00Z"));
    assertThat(page.getOutcome()).isEqualTo(FetchOutcome.OK);
    assertThat(page.getHttpStatus()).isNull();
    assertThat(page.getContentType()).isEqualTo("text/html");
    assertThat(page.getOrigin()).isEqualTo(Origin.REPLAY);
    assertThat(StandardCharsets.UTF_8.decode(page.getBody()).toString()).isEqualTo("<p>Hello</p>");
    assertThat(page.getBodySha256())
        .isEqualTo(Pages.sha256("<p>Hello</p>".getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getFetchId())
        .isEqualTo(FetchId.of(page.getDocumentId(), page.getFetchedAt(), page.getBodySha256()));
  }

  @Test
  void aBodyThatIsKnownIsNotReadAndTheCaptureKeepsItsIds() throws IOException {
    try (SnapshotRepository git = repository()) {
      git.put(TERMS, "one").commit("2026-01-01T06:00:00Z", "");
      git.put(TERMS, "two").commit("2026-01-02T06:00:00Z", "");
    }
    List<FetchedPage> whole = readAll();
    String one = whole.get(0).getBodySha256();
    KnownBodies known =
        (location, type) ->
            location.equals("git:43dd47ea691c90a5fa7827892c70241913351963")
                    && "text/html".equals(type)
                ? one
                : null;

    List<FetchedPage> pages = new ArrayList<>();
    try (Archive archive = open();
        CaptureIterator captures =
            archive.captures(CaptureFilter.ALL, Origin.REPLAY, CapturePosition.START, known)) {
      captures.forEachRemaining(pages::add);
    }

    assertThat(pages).extracting(FetchedPage::getFetchId).isEqualTo(ids(whole));
    assertThat(pages.get(0).getBody()).isNull();
    assertThat(pages.get(0).getBodySha256()).isEqualTo(one);
    assertThat(pages.get(1).getBody()).isEqualTo(whole.get(1).getBody());
    assertThat(pages).extracting(FetchedPage::getBodyLocation).doesNotContainNull();
    assertThat(whole).extracting(FetchedPage::getBodyLocation).containsOnlyNulls();
  }

  private static List<String> ids(List<FetchedPage> pages) {
    return pages.stream().map(FetchedPage::getFetchId).toList();
  }

  @Test
  void urlsStandInTheTextOrAreUnknownAndNeverInvented() throws IOException {
    assertThat(SourceUrls.of("Update (see https://a.example/x).", "A/B"))
        .isEqualTo("https://a.example/x");
    assertThat(SourceUrls.of("Update A B", "A/B c"))
        .isEqualTo("urn:clausestream:unknown-url:A%2FB%20c");
    assertThat(SourceUrls.of("https://a.example/x and https://a.example/y", "A/B"))
        .startsWith("urn:");
    assertThat(
            SourceUrls.of(
                "See https://b.example\nX-source-document-location: https://a.example/x", "A/B"))
        .isEqualTo("https://a.example/x");
  }

  @Test
  void whatIsNoCaptureIsCountedByCause() throws IOException {
    try (SnapshotRepository git = repository()) {
      git.put("README.md", "x").put(".github/a.html", "x").put("Alder/deep/a.html", "x");
      git.put(TERMS, "1").put("Alder/Guide.pdf", "%PDF").commit("2026-01-01T06:00:00Z", "two");
      git.commit("2026-01-01T07:00:00Z", "empty");
      git.delete(TERMS).commit("2026-01-01T08:00:00Z", "delete");
      git.put(TERMS, "2").commit("2026-01-01T09:00:00Z", "again");
      git.merge("2026-01-01T10:00:00Z");
    }
    try (Archive archive = open()) {
      assertThat(archive.counts())
          .isEqualTo(
              new ArchiveCounts(
                  3,
                  Map.of("Alder", 3L),
                  Map.of(
                      SkipCause.OTHER_PATH, 3L,
                      SkipCause.EMPTY_COMMIT, 1L,
                      SkipCause.DELETION, 1L,
                      SkipCause.MERGE, 1L)));
      assertThat(read(archive, CaptureFilter.ALL))
          .extracting(FetchedPage::getContentType)
          .containsExactlyInAnyOrder("application/pdf", "text/html", "text/html");
    }
  }

  @Test
  void capturesComeByAuthorDateThenDocumentThenFetchId() throws IOException {
    try (SnapshotRepository git = repository()) {
      git.put(TERMS, "late").commit("2026-01-03T00:00:00Z", "");
      git.put(TERMS, "early").commit("2026-01-01T00:00:00Z", "");
      git.put("Birch/Privacy Policy.html", "b").commit("2026-01-02T00:00:00Z", "");
      git.put("Alder/Privacy Policy.html", "a").commit("2026-01-02T00:00:00Z", "");
      git.put(TERMS, "tie 1").commit("2026-01-04T00:00:00Z", "");
      git.put(TERMS, "tie 2").commit("2026-01-04T00:00:00Z", "");
      git.put(TERMS, "tie 3").commit("2026-01-04T00:00:00Z", "");
    }
    List<FetchedPage> pages = readAll();
    assertThat(pages)
        .extracting(page -> page.getFetchedAt() + page.getDocumentId())
        .startsWith(
            "2026-01-01T00:00:00ZAlder/Terms of Service",
            "2026-01-02T00:00:00ZAlder/Privacy Policy",
            "2026-01-02T00:00:00ZBirch/Privacy Policy",
            "2026-01-03T00:00:00ZAlder/Terms of Service");
    assertThat(pages.subList(4, 7)).extracting(FetchedPage::getFetchId).isSorted();
  }

  @Test
  void aFilterTakesPlatformsAndAnInclusiveEnd() throws IOException {
    try (SnapshotRepository git = repository()) {
      git.put(TERMS, "1").put("Birch/Imprint.html", "1").commit("2026-01-01T00:00:00Z", "");
      git.put(TERMS, "2").commit("2026-01-02T00:00:00Z", "");
      git.put(TERMS, "3").commit("2026-01-03T00:00:00Z", "");
    }
    CaptureFilter filter =
        CaptureFilter.ALL
            .withPlatforms(Set.of("Alder"))
            .withUntil(Instant.parse("2026-01-02T00:00:00Z"));
    try (Archive archive = open()) {
      assertThat(read(archive, filter)).hasSize(2);
      assertThat(archive.counts(filter).captures()).isEqualTo(2);
    }
  }

  @Test
  void aBodyThatIsGoneLeavesItsLocation() throws IOException {
    try (SnapshotRepository git = repository()) {
      git.put(TERMS, "1").commit("2026-01-01T00:00:00Z", "");
      git.put(TERMS, "2").commit("2026-01-02T00:00:00Z", "");
      git.damage(TERMS);
    }
    List<FetchedPage> pages = readAll();
    assertThat(pages).hasSize(2);
    assertThat(pages.get(1).getBody()).isNull();
    assertThat(pages.get(1).getBodySha256()).isNull();
    assertThat(pages.get(1).getBodyLocation()).startsWith("git:");
  }

  @Test
  void aPositionOfAnotherArchiveIsRefused() throws IOException {
    try (SnapshotRepository git = repository()) {
      git.put(TERMS, "1").commit("2026-01-01T00:00:00Z", "");
    }
    try (Archive archive = open()) {
      assertThatThrownBy(
              () -> archive.captures(CaptureFilter.ALL, Origin.REPLAY, new CapturePosition(1, 5)))
          .hasMessageContaining("is not the one that was read before");
    }
  }

  @Test
  void aBundleIsUnpackedOnceAndSurvivesLeftovers() throws IOException {
    Path bundle = folder.resolve("snapshots.bundle");
    Path cache = folder.resolve("cache");
    try (SnapshotRepository git = repository()) {
      git.put(TERMS, "1").commit("2026-01-01T00:00:00Z", "").bundle(bundle);
    }
    Files.createDirectories(cache.resolve(".partial-123"));
    for (int i = 0; i < 2; i++) {
      try (Archive archive = Archives.open(bundle, cache)) {
        assertThat(read(archive, CaptureFilter.ALL)).hasSize(1);
      }
    }
    try (Stream<Path> folders = Files.list(cache)) {
      assertThat(folders).hasSize(2);
    }
  }

  @Test
  void aDamagedBundleSaysSoAndLeavesNothing() throws IOException {
    Path bundle = folder.resolve("snapshots.bundle");
    try (SnapshotRepository git = repository()) {
      git.put(TERMS, "1").commit("2026-01-01T00:00:00Z", "").bundle(bundle);
    }
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[bytes.length - 30] ^= 1;
    Files.write(bundle, bytes);
    assertThatThrownBy(() -> Archives.open(bundle, folder.resolve("cache")))
        .isInstanceOf(NotAnArchiveException.class)
        .hasMessageContaining(bundle.toString())
        .hasMessageContaining("damaged");
    try (Stream<Path> folders = Files.list(folder.resolve("cache"))) {
      assertThat(folders).isEmpty();
    }
  }

  @Test
  void whatIsNoArchiveIsRefusedWithARemedy() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "x");
    for (Path path : List.of(folder, text, folder.resolve("absent"))) {
      assertThatThrownBy(() -> Archives.open(path))
          .isInstanceOf(NotAnArchiveException.class)
          .hasMessageContaining(path.toString())
          .hasMessageContaining("Give a git repository");
    }
    try (SnapshotRepository git = repository()) {
      git.put("src/Main.java", "x").commit("2026-01-01T00:00:00Z", "");
    }
    assertThatThrownBy(this::open).hasMessageContaining("None of the 1 commits");
  }
}
