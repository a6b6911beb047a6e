package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.BlockDiff;
import io.clausestream.core.diff.Hunk;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrayLabelsTest {

  private static final String PARAGRAPH =
      "All that you write to us is kept with great care. ".repeat(3);

  @ParameterizedTest
  @ValueSource(strings = {"Back to top", "Наверх", "Lire plus"})
  void aLabelBetweenParagraphsIsExplained(String label) {
    assertThat(isExplained(label)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "不予退款。",
        "不予退款",
        "返金はありません",
        "ไม่มีการคืนเงิน",
        "वापसी नहीं।",
        "«Non.»",
        "No refunds…"
      })
  void aSentenceOfAnyScriptIsNot(String sentence) {
    assertThat(isExplained(sentence)).isFalse();
  }

  private static boolean isExplained(String line) {
    List<Block> before = Texts.blocks(PARAGRAPH + "\n" + PARAGRAPH + "Always.");
    List<Block> after = Texts.blocks(PARAGRAPH + "\n" + line + "\n" + PARAGRAPH + "Always.");
    List<Hunk> hunks = BlockDiff.between(before, after);
    StrayLabels labels = new StrayLabels(before, after, hunks, hunk -> false);
    return hunks.stream().allMatch(labels::explains);
  }
}
