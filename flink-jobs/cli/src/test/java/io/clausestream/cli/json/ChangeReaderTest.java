package io.clausestream.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clausestream.cli.Records;
import io.clausestream.schema.ChangeKind;
import io.clausestream.schema.PageChange;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeReaderTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void whatWasWrittenIsReadAgain() throws Exception {
    PageChange change = Records.change();
    change.setEffectiveDate(LocalDate.parse("2026-02-01"));
    change.setNoticeDays(-3);
    change.getBlocks().get(0).setBefore(null);

    assertThat(ChangeReader.read(line(change))).isEqualTo(change);
  }

  @Test
  void aLineOfTheFirstReleaseGetsTheDefaultsOfTheSchema() throws Exception {
    ObjectNode line = line(Records.change());
    line.remove(List.of("provisions", "provisionsOmitted", "language", "retroactive"));

    PageChange change = ChangeReader.read(line);

    assertThat(change.getProvisions()).isEmpty();
    assertThat(change.getLanguage()).isEqualTo("und");
    assertThat(change.getBlocks()).hasSize(1);
  }

  @Test
  void whatALaterReleaseAddedIsPassedOver() throws Exception {
    ObjectNode line = line(Records.change());
    line.put("mood", "good");
    line.put("kind", "BRAND_NEW");

    assertThat(ChangeReader.read(line).getKind()).isEqualTo(ChangeKind.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "changeId, 7, its field changeId cannot be 7",
    "detectedAt, \"yesterday\", its field detectedAt cannot be \"yesterday\"",
    "effectiveDate, \"soon\", its field effectiveDate cannot be \"soon\"",
    "previous, [], its field previous cannot be []",
    "current, {}, it has no field current.number",
    "blocks, [7], its field blocks[0] cannot be 7",
    "canonicalVersion, 1e99, its field canonicalVersion cannot be 1.0E99",
    "retroactive, \"no\", its field retroactive cannot be \"no\""
  })
  void aWrongFieldIsNamed(String field, String value, String message) throws Exception {
    ObjectNode line = line(Records.change());
    line.set(field, JSON.readTree(value));

    assertThatThrownBy(() -> ChangeReader.read(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aMissingFieldIsNamed() throws Exception {
    ObjectNode line = line(Records.change());
    line.remove("documentId");

    assertThatThrownBy(() -> ChangeReader.read(line)).hasMessage("it has no field documentId");
    assertThatThrownBy(() -> ChangeReader.read(JSON.readTree("[]")))
        .hasMessageContaining("no field");
  }

  private static ObjectNode line(PageChange change) throws JsonProcessingException {
    return (ObjectNode) JSON.readTree(JsonLine.of(change, "Example/Terms of Service.html"));
  }
}
