package io.clausestream.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.cli.Records;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Severity;
import java.util.ArrayList;
import java.util.List;
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
            "  [HIGH] reworded, 1 month -> 90 days  § Terms > Sharing",
            "    We [-may-]{+will+} share data.",
            "    why: New: 'will share' binds. (sharing.more)");
  }

  @Test
  void onATerminalTheWordsThatMadeARuleApplyAreUnderlined() {
    assertThat(new ChangeText(Palette.COLOUR, 100).render(Records.change()))
        .contains("\u001b[32m\u001b[4mwill\u001b[24m\u001b[0m\u001b[4m share\u001b[24m data.");
  }

  @Test
  void aReasonThatThePassageShowsItselfIsNotTold() {
    assertThat(
            text(
                Records.provision(
                    "p1", Severity.LOW, new Reason("wording.slight", "Few words differ."))))
        .doesNotContain("Few words differ", "wording.slight");
  }

  @Test
  void thatNoRuleKnowsAPassageIsToldOnlyWhereNoneDoes() {
    Reason none = new Reason("passage.changed", "No rule knows it.");
    Reason rule = new Reason("sharing.more", "It binds.");

    assertThat(text(Records.provision("p1", Severity.HIGH, rule, none)))
        .contains("It binds.")
        .doesNotContain("No rule knows it.");
    assertThat(text(Records.provision("p1", Severity.HIGH, none))).contains("No rule knows it.");
  }

  @Test
  void aSeverityThatOnlyTheWholeHasIsExplainedOnce() {
    PageChange change = Records.change();
    change.setSeverity(Severity.MEDIUM);
    change.setReasons(List.of(new Reason("passage.changed", "Much of it differs.")));
    change.setProvisions(List.of(Records.provision("p1", Severity.LOW)));

    assertThat(new ChangeText(Palette.PLAIN, 100).render(change))
        .contains("  why: Much of it differs. (passage.changed)");
  }

  @Test
  void theMostSevereProvisionComesFirstAndTheRestIsCounted() {
    PageChange change = Records.change();
    List<ProvisionChange> provisions = new ArrayList<>();
    List<BlockChange> blocks = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      provisions.add(Records.provision("p" + i, i == 8 ? Severity.HIGH : Severity.LOW));
      blocks.add(Records.of("p" + i, Records.added("Text " + i)));
    }
    change.setProvisions(provisions);
    change.setBlocks(blocks);
    change.setProvisionsOmitted(2);

    List<String> lines = new ChangeText(Palette.PLAIN, 100).render(change).lines().toList();

    assertThat(lines).filteredOn(line -> line.contains("reworded")).hasSize(6);
    assertThat(lines.subList(3, 7))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("  [HIGH]"),
            line -> assertThat(line).isEqualTo("    {+Text 8+}"),
            line -> assertThat(line).startsWith("  [LOW]"),
            line -> assertThat(line).isEqualTo("    {+Text 0+}"));
    assertThat(lines).anyMatch(line -> line.startsWith("  and 5 more provisions"));
  }

  @Test
  void aRecordWithoutProvisionsShowsItsPassagesAndReasons() {
    PageChange change = Records.change();
    change.setProvisions(List.of());

    assertThat(new ChangeText(Palette.PLAIN, 100).render(change).lines())
        .contains(
            "  why: New: 'will share' binds. (sharing.more)",
            "  § Terms > Sharing",
            "    We [-may-]{+will+} share data.");
  }

  private static String text(ProvisionChange provision) {
    PageChange change = Records.change();
    change.setProvisions(List.of(provision));
    return new ChangeText(Palette.PLAIN, 100).render(change);
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
