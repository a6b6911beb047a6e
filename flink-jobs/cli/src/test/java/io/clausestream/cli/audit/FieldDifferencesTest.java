package io.clausestream.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clausestream.cli.Records;
import io.clausestream.cli.json.JsonLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldDifferencesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theSameChangeDiffersInNothing() throws Exception {
    assertThat(FieldDifferences.between(change(), change())).isEmpty();
  }

  @Test
  void aFieldThatDiffersIsNamedWithBothValues() throws Exception {
    ObjectNode recorded = change();
    recorded.put("severity", "LOW");

    assertThat(FieldDifferences.between(recorded, change()))
        .containsExactly(new FieldDifference("severity", "\"LOW\"", "\"HIGH\""));
  }

  @Test
  void aFieldWithinAPassageIsNamedByItsPath() throws Exception {
    ObjectNode recorded = change();
    ((ObjectNode) recorded.get("blocks").get(0)).put("after", "We shall share data.");
    ((ObjectNode) recorded.get("current")).put("number", 7);

    assertThat(FieldDifferences.between(recorded, change()))
        .extracting(FieldDifference::field)
        .containsExactly("current.number", "blocks[0].after");
  }

  @Test
  void aFieldWithinAProvisionIsNamedByItsPath() throws Exception {
    ObjectNode recorded = change();
    ObjectNode provision = (ObjectNode) recorded.get("provisions").get(0);
    provision.put("severity", "LOW");
    ((ObjectNode) provision.get("quantities").get(0)).put("after", "60");
    provision.remove("retroactive");
    recorded.put("language", "de");

    assertThat(FieldDifferences.between(recorded, change()))
        .extracting(FieldDifference::field)
        .containsExactly(
            "provisions[0].severity",
            "provisions[0].quantities[0].after",
            "provisions[0].retroactive",
            "language");
  }

  @Test
  void aListOfWordsIsToldWhole() throws Exception {
    ObjectNode recorded = change();
    recorded.putArray("categories").add("data-sharing").add("data-retention");

    assertThat(FieldDifferences.between(recorded, change()))
        .containsExactly(
            new FieldDifference(
                "categories", "[\"data-sharing\",\"data-retention\"]", "[\"data-sharing\"]"));
  }

  @Test
  void whatOneSideLacksIsAbsent() throws Exception {
    ObjectNode recorded = change();
    recorded.remove("title");
    recorded.putArray("reasons");
    recorded.put("mood", "good");

    assertThat(FieldDifferences.between(recorded, change()))
        .extracting(FieldDifference::field, FieldDifference::recorded)
        .contains(
            org.assertj.core.groups.Tuple.tuple("title", "absent"),
            org.assertj.core.groups.Tuple.tuple("reasons[0]", "absent"),
            org.assertj.core.groups.Tuple.tuple("mood", "\"good\""));
  }

  @Test
  void onlyHowARecordCameToBeMayDiffer() throws Exception {
    for (String field : List.copyOf(fields())) {
      ObjectNode recorded = change();
      recorded.put(field, "something else");
      assertThat(FieldDifferences.between(recorded, change()).isEmpty())
          .as(field)
          .isEqualTo(FieldRules.MAY_DIFFER.contains(field));
    }
  }

  @Test
  void theDocumentationNamesWhatMayDiffer() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "audit.md"));

    assertThat(FieldRules.MAY_DIFFER).allSatisfy(f -> assertThat(page).contains("`" + f + "`"));
  }

  @Test
  void aLongValueIsCutToWhereItDiffers() {
    FieldDifference difference =
        new FieldDifference("f", "a".repeat(200) + "x" + "b".repeat(200), "a".repeat(200) + "y");

    assertThat(difference.excerptOfRecorded()).contains("x").hasSizeLessThan(80);
    assertThat(difference.excerptOfReplayed()).contains("y").hasSizeLessThan(80);
  }

  private static List<String> fields() throws JsonProcessingException {
    List<String> names = new java.util.ArrayList<>();
    change().fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static ObjectNode change() throws JsonProcessingException {
    JsonNode tree = JSON.readTree(JsonLine.of(Records.change(), "Example/Terms of Service.html"));
    return (ObjectNode) tree;
  }
}
