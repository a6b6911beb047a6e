package io.clausestream.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Records;
import io.clausestream.schema.SuppressionVerdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SuppressionTextTest {

  @Test
  void aSuppressionTellsWhatWhyNotAndTheWords() {
    String text =
        new SuppressionText(Palette.PLAIN)
            .render(
                Records.suppression(
                    SuppressionVerdict.SUPPRESSED,
                    "VOLATILE_BLOCKS",
                    Instant.parse("2026-01-05T06:00:00Z"),
                    Records.added("7 people read this.")));

    assertThat(text.lines())
        .containsExactly(
            "[VOLATILE_BLOCKS] Example / Terms of Service  suppressed  cosmetic",
            "  fetched 2026-01-05T06:00:00Z  fetch f1767592800000",
            "  why not: because of VOLATILE_BLOCKS",
            "  § Terms > Sharing",
            "    {+7 people read this.+}");
  }
}
