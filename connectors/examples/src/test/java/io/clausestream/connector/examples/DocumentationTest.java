package io.clausestream.connector.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clausestream.schema.WireSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages on feeding and reading show is what runs. */
class DocumentationTest {

  private static final Path ROOT = Path.of("../..");
  private static final Path DOCS = ROOT.resolve("flink-jobs/docs");

  /** A file's path in a comment, then its text in a fence. */
  private static final Pattern SHOWN =
      Pattern.compile("<!-- file: (\\S+) -->\n```\\w+\n(.*?)```\n", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"feeding.md", "reading.md"})
  void theCodeOnAPageIsThatOfTheFileItNames(String page) throws IOException {
    List<MatchResult> shown = SHOWN.matcher(read(DOCS.resolve(page))).results().toList();

    assertThat(shown).hasSize(2);
    for (MatchResult block : shown) {
      String file = read(ROOT.resolve(block.group(1)));
      assertThat(block.group(2)).as(page + " shows " + block.group(1)).isEqualTo(file);
    }
  }

  @Test
  void everyRequiredFieldOfAFetchHasItsRow() throws IOException {
    String page = read(DOCS.resolve("feeding.md"));
    List<String> silent = new ArrayList<>();
    for (Schema.Field field : schema("FetchedPage").getFields()) {
      if (!page.contains("\n| `" + field.name() + "` |")) {
        silent.add(field.name());
      }
    }

    assertThat(silent).isEmpty();
  }

  @Test
  void theAlertOnThePageHasTheFieldsOfTheSchema() throws IOException {
    String page = read(DOCS.resolve("reading.md"));
    String json = page.substring(page.indexOf("```json\n") + 8);
    JsonNode alert = new ObjectMapper().readTree(json.substring(0, json.indexOf("```")));

    assertFields(schema("Alert"), alert);
    assertFields(schema("PageChange"), alert.get("change"));
  }

  private static void assertFields(Schema schema, JsonNode object) {
    assertThat(object.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(schema.getFields().stream().map(Schema.Field::name).toList());
  }

  private static Schema schema(String name) {
    return WireSchemas.current().stream()
        .filter(schema -> schema.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }
}
