package io.clausestream.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.console.Units;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicSpec;
import io.clausestream.core.page.RejectionReason;
import io.clausestream.pipeline.options.CanonicalOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page on operations says what the code does. */
class OperationsDocsTest {

  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void theTableOfTopicsIsTheCatalogue() throws IOException {
    assertThat(lines("operations.md"))
        .filteredOn(line -> line.matches("\\| `[a-z-]+` \\|.*"))
        .containsExactlyElementsOf(
            TopicCatalogue.all().stream().map(OperationsDocsTest::row).toList());
  }

  @Test
  void theOptionsAreNamedAsTheyAre() throws IOException {
    assertThat(String.join("\n", lines("operations.md")))
        .contains(
            "`" + CanonicalOptions.MAX_PAGE_SIZE.key() + "`",
            "`" + CanonicalOptions.TIME_BUDGET.key() + "`",
            CanonicalOptions.TIME_BUDGET.defaultValue().toSeconds() + " s to read");
  }

  @Test
  void everyReasonOfADeadLetterIsInTheSemantics() throws IOException {
    String semantics = String.join("\n", lines("semantics.md"));
    for (RejectionReason reason : RejectionReason.values()) {
      assertThat(semantics).contains("`" + reason.name() + "`");
    }
  }

  private static String row(TopicSpec topic) {
    return "| `%s` | %s | %s | %d | %s | %s |"
        .formatted(
            topic.name(),
            topic.recordType(),
            topic.key(),
            topic.partitions(),
            topic.retention().map(Units::time).orElse("for ever"),
            topic.config().get("cleanup.policy"));
  }

  private static List<String> lines(String page) throws IOException {
    return Files.readAllLines(DOCS.resolve(page));
  }
}
