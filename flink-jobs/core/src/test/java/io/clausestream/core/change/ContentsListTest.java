package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.BlockDiff;
import io.clausestream.core.diff.Hunk;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ContentsListTest {

  private static final String POLICY =
      "# What we collect\nYour letters and lanterns.\n# Who we tell\nNobody at all.\n";
  private static final String LONG = "All that you write is kept with care. ".repeat(5);
  private static final String SECTIONS =
      "# Contact data\nYour name.\n# Usage data\nYour paths.\n"
          + "# Location data\nYour harbour.\n# Payment data\nYour crowns.\n";
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

  @Test
  void aListOfContentsEndsWithTheFirstParagraph() {
    String before = "# Contents\n- Letters\n" + LONG + "\n- Kept for 30 days\n" + POLICY;

    assertThat(isExplained(before, before.replace("30", "90"))).isFalse();
  }

  @Test
  void aFigureUnderTheTitleOfAListIsNoEntry() {
    String before = "# Contents\n- Letters\n- Kept for 30 days\n" + POLICY;

    assertThat(isExplained(before, before.replace("30", "90"))).isFalse();
    assertThat(isExplained(before, before.replace("Letters", "Our letters"))).isTrue();
  }

  @Test
  void aLineThatNamesNoHeadingIsNoEntryWhileTheOthersStay() {
    String list = "- Contact data\n- Usage data\n- Location data\n- Payment data\n";
    String more = list.replace("- Payment", "- Biometric data\n- Payment");
    String numbered = SECTIONS.replace("# ", "# 1. ");
    String sold = list.replace("Location data", "Location data, sold to partners");

    assertThat(isExplained(list + SECTIONS, more + SECTIONS)).isFalse();
    assertThat(isExplained(more + SECTIONS, list + SECTIONS)).isFalse();
    assertThat(isExplained(list + SECTIONS, sold + SECTIONS)).isFalse();
    assertThat(isExplained(numbered, more + numbered)).isTrue();
  }

  @Test
  void anEntryInThePlaceOfAHeadingGoesWithItsListHoweverItIsWorded() {
    String sections = "It holds in all harbours.\n" + SECTIONS + "# Rights\nMany.\n";
    String list =
        "- Contact data\n- Usage data\n- How we share where you are\n- Payment data\n- Rights\n";
    Predicate<Hunk> share = hunk -> (hunk.textBefore() + hunk.textAfter()).contains("share");
    String outside = list + "- We share it with all\n";
    String two = list.replace("- How", "- And who is told\n- How");

    assertThat(isExplained(list + sections, sections, share)).isTrue();
    assertThat(isExplained(sections, list + sections, share)).as("it comes").isFalse();
    assertThat(isExplained(list + sections, sections.replace("# Location data\n", ""), share))
        .as("the heading goes, too")
        .isFalse();
    assertThat(isExplained(outside + sections, sections, share)).isFalse();
    assertThat(isExplained(two + sections, sections, share))
        .as("more entries than headings")
        .isFalse();
  }

  @Test
  void aClauseAmongTheEntriesIsNone() {
    String list =
        "- Contact data\n- Usage data\n- We sell it all\n- Location data\n- Payment data\n";

    assertThat(isExplained(SECTIONS, list + SECTIONS, hunk -> hunk.textAfter().contains("sell")))
        .isFalse();
  }

  private static boolean isExplained(String before, String after) {
    return isExplained(before, after, hunk -> false);
  }

  private static boolean isExplained(String before, String after, Predicate<Hunk> clauses) {
    List<Block> old = Texts.blocks(before);
    List<Block> now = Texts.blocks(after);
    List<Hunk> hunks = ChangeJudge.inPlace(BlockDiff.between(old, now));
    ContentsList contents = new ContentsList(old, now, hunks, clauses);
    return hunks.stream().allMatch(contents::explains);
  }
}
