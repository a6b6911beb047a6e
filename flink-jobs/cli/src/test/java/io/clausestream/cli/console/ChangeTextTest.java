package io.clausestream.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Records;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeTextTest {

  @Test
  void aChangeTellsWhatWhereHowSevereAndWhy() {
    assertThat(new ChangeText(Palette.PLAIN, 100).render(Records.change()).lines())
        .containsExactly(
            "[HIGH] Example / Terms of Service  data-sharing, against the user",
            "  fetched 2026-01-05T06:00:00Z  version 2  https://example.org/terms  change c1",
            "  Under \"Sharing\", \"may\" becomes \"will\".",
            "  why: New: 'will' binds. (adverse.duty)",
            "  § Terms > Sharing",
            "    We [-may-]{+will+} share data.");
  }

  @Test
  void onATerminalTheSeverityIsABadge() {
    assertThat(new ChangeText(Palette.COLOUR, 100).render(Records.change()))
        .startsWith("\u001b[1;97;41m HIGH \u001b[0m \u001b[1mExample / Terms of Service\u001b[0m");
  }

  @Test
  void sentencesAreWrapped() {
    assertThat(new ChangeText(Palette.PLAIN, 30).render(Records.change()).lines())
        .contains("  Under \"Sharing\", \"may\"", "  becomes \"will\".");
  }

  @Test
  void coloursNeedATerminalThatWantsThem() {
    assertThat(Terminal.palette(true, Map.of())).isEqualTo(Palette.COLOUR);
    assertThat(Terminal.palette(true, Map.of("NO_COLOR", "1"))).isEqualTo(Palette.PLAIN);
    assertThat(Terminal.palette(false, Map.of())).isEqualTo(Palette.PLAIN);
  }
}
