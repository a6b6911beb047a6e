package io.clausestream.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.connector.history.Archive;
import io.clausestream.connector.history.Archives;
import io.clausestream.connector.history.CaptureFilter;
import io.clausestream.connector.history.CaptureIterator;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The replay command on the sample history. */
class ReplayITCase {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  /** What is replayed; null: the sample. */
  private @Nullable Path from;

  @BeforeEach
  void extract() throws IOException {
    Archives.extractSample(
        ReplayITCase.class.getClassLoader(), "sample-history", folder.resolve("archive"));
  }

  @Test
  void parallelismDoesNotShowInTheFiles() throws IOException {
    assertThat(replay("one", "--parallelism", "1")).isEqualTo(ExitCode.OK);
    assertThat(replay("two", "--parallelism", "2")).isEqualTo(ExitCode.OK);

    assertThat(lines("one.changes")).isNotEmpty().isEqualTo(lines("two.changes"));
    assertThat(lines("one.suppressions")).isNotEmpty().isEqualTo(lines("two.suppressions"));
    assertThat(lines("one.prevalence"))
        .anyMatch(line -> line.contains("\"category\":\"data-retention\""))
        .isEqualTo(lines("two.prevalence"));
    assertThat(out.toString()).contains("The conservation law holds.");
  }

  @Test
  void sinceFiltersWhatIsPutOutAndNotWhatIsRead() throws IOException {
    replay("all");
    replay("late", "--since", "2026-03-20");

    assertThat(lines("late.changes"))
        .isNotEmpty()
        .isEqualTo(
            lines("all.changes").stream()
                .filter(line -> detectedAt(line).compareTo("2026-03-20") >= 0)
                .toList());
  }

  @Test
  void aPlatformAloneIsAsAmongOthers() throws IOException {
    replay("all");
    replay("alone", "--platform", "Marrowby");

    assertThat(lines("alone.changes"))
        .isNotEmpty()
        .isEqualTo(
            lines("all.changes").stream()
                .filter(line -> line.startsWith("{\"page\":\"Marrowby/"))
                .toList());
  }

  @Test
  void theCanonicalCacheDoesNotShowInTheFiles() throws IOException {
    String cache = folder.resolve("cache").toString();
    replay("without");
    replay("first", "--canonical-cache", cache);
    assertThat(out.toString()).contains(": 0 captures known.");
    replay("second", "--canonical-cache", cache);
    assertThat(out.toString()).containsPattern(": [1-9][0-9]* captures known.");

    for (String run : List.of("first", "second")) {
      assertThat(lines(run + ".changes")).isNotEmpty().isEqualTo(lines("without.changes"));
      assertThat(lines(run + ".suppressions"))
          .isNotEmpty()
          .isEqualTo(lines("without.suppressions"));
    }
    assertThat(laws()).hasSize(3).containsOnly(laws().get(0));
  }

  @Test
  void aReplayOfAGitArchiveReadsNoBodyThatIsKnownAndFindsTheSame() throws Exception {
    Path git = gitArchive();
    String cache = folder.resolve("cache").toString();
    from = git;
    replay("without");
    replay("first", "--canonical-cache", cache);
    try (Stream<Path> objects = Files.walk(git.resolve(".git/objects"))) {
      assertThat(loseBodies(objects.filter(Files::isRegularFile).toList())).isPositive();
    }
    replay("second", "--canonical-cache", cache);

    for (String run : List.of("first", "second")) {
      assertThat(lines(run + ".changes")).isNotEmpty().isEqualTo(lines("without.changes"));
    }
    assertThat(laws()).hasSize(3).containsOnly(laws().get(0));
  }

  /** The sample's captures of one platform, a commit each. */
  private Path gitArchive() throws Exception {
    Path target = folder.resolve("git");
    try (Archive sample = Archives.open(folder.resolve("archive"));
        CaptureIterator captures = sample.captures(CaptureFilter.ALL, Origin.REPLAY);
        Git git = Git.init().setDirectory(target.toFile()).call()) {
      while (captures.hasNext()) {
        FetchedPage page = captures.next();
        ByteBuffer body = page.getBody();
        if (body != null) {
          String name = page.getDocumentId() + ".html";
          Files.createDirectories(target.resolve(name).getParent());
          byte[] bytes = new byte[body.remaining()];
          body.duplicate().get(bytes);
          Files.write(target.resolve(name), bytes);
          PersonIdent at =
              new PersonIdent("a", "a@example.org", page.getFetchedAt(), ZoneOffset.UTC);
          git.add().addFilepattern(".").call();
          git.commit().setMessage(name).setAuthor(at).setCommitter(at).setSign(false).call();
        }
      }
    }
    return target;
  }

  /** Deletes the objects that are bodies, so that nobody can read one; answers how many. */
  private static int loseBodies(List<Path> objects) throws IOException {
    int lost = 0;
    for (Path object : objects) {
      try (InputStream in = new InflaterInputStream(Files.newInputStream(object))) {
        if (new String(in.readNBytes(4), StandardCharsets.US_ASCII).equals("blob")) {
          Files.delete(object);
          lost++;
        }
      }
    }
    return lost;
  }

  /** The conservation laws that were told. */
  private List<String> laws() {
    return Pattern.compile("first captures.*?law holds\\.", Pattern.DOTALL)
        .matcher(out.toString())
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void nothingUnfinishedIsLeft() throws IOException {
    replay("all");

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "archive", "all.changes", "all.suppressions", "all.prevalence");
    }
  }

  private int replay(String name, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "replay",
                "--from",
                (from == null ? folder.resolve("archive") : from).toString(),
                "--changes",
                folder.resolve(name + ".changes").toString(),
                "--suppressions",
                folder.resolve(name + ".suppressions").toString(),
                "--prevalence",
                folder.resolve(name + ".prevalence").toString()));
    arguments.addAll(List.of(more));
    int code =
        Clausestream.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
            .execute(arguments.toArray(String[]::new));
    assertThat(err.toString()).doesNotContain("clausestream:");
    return code;
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }

  private static String detectedAt(String line) {
    return line.replaceFirst(".*?\"detectedAt\":\"([^\"]*)\".*", "$1");
  }
}
