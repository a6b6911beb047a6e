package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.BlockDiff;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentsListTest {

  private static final String POLICY =
      "# What we collect\nYour letters and lanterns.\n# Who we tell\nNobody at all.\n";
  private static final String LIST = "# On this page\n- What we collect\n- Who we tell\n";

  @Test
  void aListOfTheHeadingsThatStandInBothTextsIsExplained() {
    assertThat(isExplained(POLICY, LIST + POLICY)).isTrue();
    assertThat(isExplained(LIST + POLICY, POLICY)).isTrue();
  }

  @Test
  void anItemThatRepeatsNoHeadingIsNotExplained() {
    assertThat(isExplained(POLICY, "- Whom we sell it to\n" + POLICY)).isFalse();
  }

  @Test
  void anEntryOfASectionThatIsNewIsNotExplained() {
    String added = "# Whom we sell it to\nEverybody who pays.\n";

    assertThat(isExplained(POLICY, "- Whom we sell it to\n" + POLICY + added)).isFalse();
  }

  private static boolean isExplained(String before, String after) {
    List<Block> old = Texts.blocks(before);
    List<Block> now = Texts.blocks(after);
    ContentsList contents = new ContentsList(old, now);
    return BlockDiff.between(old, now).stream().allMatch(contents::explains);
  }
}
