package io.clausestream.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Clausestream;
import io.clausestream.cli.ExitCode;
import io.clausestream.connector.history.Archives;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The replay command on the sample history. */
class ReplayITCase {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

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
  void nothingUnfinishedIsLeft() throws IOException {
    replay("all");

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("archive", "all.changes", "all.suppressions");
    }
  }

  private int replay(String name, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "replay",
                "--from",
                folder.resolve("archive").toString(),
                "--changes",
                folder.resolve(name + ".changes").toString(),
                "--suppressions",
                folder.resolve(name + ".suppressions").toString()));
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
