package io.clausestream.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.clausestream.cli.Clausestream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;

/** Whoever looks around in the repository finds what the pages say. */
class RepositoryTest {

  static List<Path> folders() {
    return RepositoryFiles.folders();
  }

  static List<MarkdownPage> pages() {
    return RepositoryFiles.pages().stream().map(MarkdownPage::of).toList();
  }

  static List<Path> packages() {
    return RepositoryFiles.packages();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyFolderSaysWhatIsInIt(Path folder) {
    assertThat(folder.resolve("README.md")).isNotEmptyFile();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(MarkdownPage page) {
    for (String link : page.links()) {
      String[] parts = link.split("#", 2);
      Path target = page.file().resolveSibling(parts[0]).normalize();
      Path file = parts[0].isEmpty() ? page.file() : target;
      assertThat(file).as("'%s' in %s", link, page.file()).exists();
      if (parts.length == 2) {
        assertThat(MarkdownPage.of(file).anchors()).as(link).contains(parts[1]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandExistsWithItsOptions(MarkdownPage page) {
    for (List<String> command : page.commands()) {
      assertThatCode(() -> parse(command))
          .as("'%s' in %s", String.join(" ", command), page.file())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void theFirstPageNamesEveryCommand() {
    MarkdownPage readme = MarkdownPage.of(RepositoryFiles.ROOT.resolve("README.md"));

    assertThat(readme.commands().stream().map(words -> words.get(0)))
        .containsAll(commandLine().getSubcommands().keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void everyPackageSaysWhatItIsFor(Path folder) {
    Path here = folder.resolve("package-info.java");
    // Tests share the package of what they test.
    Path main = Path.of(here.toString().replace("/src/test/java/", "/src/main/java/"));

    assertThat(List.of(here, main)).anyMatch(Files::exists);
    assertThat(RepositoryFiles.read(Files.exists(main) ? main : here))
        .contains("@NullMarked")
        .containsPattern("(?s)/\\*\\*.*\\.");
  }

  /** A page may name a command without what must follow it, but not with what is not there. */
  private static void parse(List<String> words) {
    try {
      commandLine().parseArgs(words.toArray(String[]::new));
    } catch (MissingParameterException e) {
      assertThat(words).noneMatch(word -> word.startsWith("-"));
    }
  }

  private static CommandLine commandLine() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return Clausestream.commandLine(nowhere, nowhere);
  }
}
