package io.clausestream.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Records;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.CoMovement;
import io.clausestream.schema.Direction;
import io.clausestream.schema.Move;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVersion;
import io.clausestream.schema.Prevalence;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.QuantityChange;
import io.clausestream.schema.Span;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.SuppressionVerdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class JsonLineTest {

  @Test
  void aChangeIsOneLineWithTheFieldsOfTheContractInFront() {
    String line = JsonLine.of(Records.change(), "Example/Terms of Service.html");

    assertThat(line)
        .doesNotContain("\n")
        .startsWith(
            "{\"page\":\"Example/Terms of Service.html\","
                + "\"documentId\":\"Example/Terms of Service\","
                + "\"fetchedAt\":\"2026-01-05T06:00:00Z\","
                + "\"detectedAt\":\"2026-01-05T07:00:00Z\","
                + "\"kind\":\"SUBSTANTIVE\",\"severity\":\"HIGH\",\"direction\":\"ADVERSE\","
                + "\"categories\":[\"data-sharing\"],\"changeId\":\"c1\","
                + "\"summary\":[\"Under \\\"Sharing\\\", \\\"may\\\" becomes \\\"will\\\".\"],");
  }

  @Test
  void aSuppressionTellsItsReasonAndWhatIsMissingIsNull() {
    Suppression suppression =
        Suppression.newBuilder()
            .setFetchId("f3")
            .setDocumentId("Example/Terms of Service")
            .setPlatform("Example")
            .setDocumentType("Terms of Service")
            .setUrl("https://example.org/terms")
            .setVerdict(SuppressionVerdict.BAD_CAPTURE)
            .setReason("ERROR_PAGE")
            .setDetail("The page says 404.")
            .setFetchedAt(Instant.parse("2026-01-05T06:00:00Z"))
            .setDetectedAt(Instant.parse("2026-01-05T06:00:00Z"))
            .setRuleSetVersion("1")
            .setCanonicalVersion(1)
            .setEngineVersion("test")
            .setOrigin(Origin.REPLAY)
            .build();

    assertThat(JsonLine.of(suppression, ArchivePage.of(suppression)))
        .contains("\"page\":\"Example/Terms of Service.html\"")
        .contains("\"verdict\":\"BAD_CAPTURE\",\"kind\":null,\"reason\":\"ERROR_PAGE\"");
  }

  @Test
  void everyFieldOfAChangeIsInItsLine() {
    String line = JsonLine.of(Records.change(), "Example/Terms of Service.html");

    assertThat(PageChange.getClassSchema().getFields())
        .allSatisfy(field -> assertThat(line).contains("\"" + field.name() + "\":"));
    assertThat(BlockChange.getClassSchema().getFields())
        .allSatisfy(field -> assertThat(line).contains("\"" + field.name() + "\":"));
    assertThat(PageVersion.getClassSchema().getFields())
        .allSatisfy(field -> assertThat(line).contains("\"" + field.name() + "\":"));
    assertThat(ProvisionChange.getClassSchema().getFields())
        .allSatisfy(field -> assertThat(line).contains("\"" + field.name() + "\":"));
    assertThat(QuantityChange.getClassSchema().getFields())
        .allSatisfy(field -> assertThat(line).contains("\"" + field.name() + "\":"));
    assertThat(Span.getClassSchema().getFields())
        .allSatisfy(field -> assertThat(line).contains("\"" + field.name() + "\":"));
  }

  @Test
  void everyFieldOfACountIsInItsLine() {
    Prevalence count =
        Prevalence.newBuilder()
            .setPrevalenceId("p1")
            .setCategory("data-retention")
            .setDay(LocalDate.of(2026, 1, 5))
            .setPlatformsWith(3)
            .setPlatformsTracked(4)
            .setBegan(List.of("Example"))
            .setCoMovements(
                List.of(
                    CoMovement.newBuilder()
                        .setDirection(Direction.ADVERSE)
                        .setPlatforms(1)
                        .setFrom(Instant.parse("2026-01-05T06:00:00Z"))
                        .setTo(Instant.parse("2026-01-05T07:00:00Z"))
                        .setWindowDays(30)
                        .setPlatformsAtLeast(1)
                        .setMoves(
                            List.of(
                                new Move("Example", "c1", Instant.parse("2026-01-05T06:00:00Z"))))
                        .build()))
            .setEngineVersion("test")
            .build();
    String line = JsonLine.of(count);

    assertThat(line)
        .startsWith("{\"day\":\"2026-01-05\",\"category\":\"data-retention\",\"platformsWith\":3,");
    for (Schema schema :
        List.of(Prevalence.getClassSchema(), CoMovement.getClassSchema(), Move.getClassSchema())) {
      assertThat(schema.getFields())
          .allSatisfy(field -> assertThat(line).contains("\"" + field.name() + "\":"));
    }
  }

  @Test
  void newFieldsComeBehindThoseOfTheFirstRelease() {
    assertThat(JsonLine.of(Records.change(), "Example/Terms of Service.html"))
        .contains("\"origin\":\"IMPORT\",\"provisions\":[{\"provisionId\":\"p1\",")
        .contains("\"quantities\":[{\"before\":\"1\",\"after\":\"90\",")
        .endsWith("}],\"provisionsOmitted\":0,\"language\":\"en\",\"retroactive\":false}");
  }

  @Test
  void aPageHasTheExtensionOfItsContent() {
    assertThat(ArchivePage.of("A/B", "text/html; charset=utf-8")).isEqualTo("A/B.html");
    assertThat(ArchivePage.of("A/B #c", "application/pdf")).isEqualTo("A/B #c.pdf");
    assertThat(ArchivePage.of("A/B", null)).isEqualTo("A/B.html");
  }
}
