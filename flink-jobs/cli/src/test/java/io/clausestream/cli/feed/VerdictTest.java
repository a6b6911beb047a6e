package io.clausestream.cli.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Records;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.Origin;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.SuppressionVerdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Instant AT = Instant.parse("2026-01-05T06:00:00Z");

  @Test
  void aChangeIsToldWithItsVersionAndSeverityAndCanBeShown() {
    Verdict verdict = Verdict.of(Records.change());

    assertThat(verdict.sentence()).isEqualTo("Changed: version 2, severity HIGH, change c1.");
    assertThat(verdict.change()).contains(Records.change());
    assertThat(verdict.refused()).isFalse();
  }

  @Test
  void whatIsNoAlertIsToldWithItsReason() {
    assertThat(sentence(SuppressionVerdict.BAD_CAPTURE, "NO_TEXT", "the page has 3 characters"))
        .isEqualTo("No alert, bad capture (NO_TEXT): the page has 3 characters.");
    assertThat(sentence(SuppressionVerdict.LATE, "LATE", "older than\n yesterday."))
        .isEqualTo("No alert, late: older than yesterday.");
  }

  @Test
  void aDeadLetterIsARefusal() {
    Verdict verdict =
        Verdict.of(
            DeadLetter.newBuilder()
                .setDeadLetterId("d")
                .setStage("page")
                .setReason("INVALID_URL")
                .setDetail("url is '/x'.")
                .setEngineVersion("test")
                .build());

    assertThat(verdict.sentence()).isEqualTo("Dead letter (INVALID_URL): url is '/x'.");
    assertThat(verdict.refused()).isTrue();
  }

  private static String sentence(SuppressionVerdict verdict, String reason, String detail) {
    return Verdict.of(
            Suppression.newBuilder()
                .setFetchId("f")
                .setDocumentId("Example/Terms")
                .setPlatform("Example")
                .setDocumentType("Terms")
                .setUrl("https://example.org/terms")
                .setVerdict(verdict)
                .setReason(reason)
                .setDetail(detail)
                .setFetchedAt(AT)
                .setDetectedAt(AT)
                .setRuleSetVersion("1")
                .setCanonicalVersion(1)
                .setEngineVersion("test")
                .setOrigin(Origin.LIVE)
                .build())
        .sentence();
  }
}
