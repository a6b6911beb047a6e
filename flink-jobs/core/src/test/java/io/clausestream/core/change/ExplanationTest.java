package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.diff.BlockDiff;
import io.clausestream.core.diff.Hunk;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final Explanation SAME_BUT_CASE =
      Explanation.ofPairs(SuppressionReason.EDITORIAL, String::equalsIgnoreCase);

  @Test
  void aBlockThatWentIsPairedWithOneThatCameElsewhere() {
    List<Hunk> hunks = hunks("LANTERNS\nalpha\nbeta\ngamma", "alpha\nbeta\ngamma\nlanterns");
    assertThat(hunks).hasSize(2);

    assertThat(SAME_BUT_CASE.of(hunks)).hasSize(2);
  }

  @Test
  void aBlockThatWentExplainsOneThatCameAndNoMore() {
    List<Hunk> hunks =
        hunks("LANTERNS\nalpha\nbeta\ngamma", "alpha\nbeta\nLanterns\ngamma\nlanterns");
    assertThat(hunks).hasSize(3);

    assertThat(SAME_BUT_CASE.of(hunks)).hasSize(2);
  }

  @Test
  void manyBlocksAreNotComparedEachWithEach() {
    int many = Explanation.MAX_PAIRED + 1;
    String kept = "alpha beta gamma\n";

    assertThat(
            SAME_BUT_CASE.of(hunks(words("LAMP", many - 1) + kept, kept + words("lamp", many - 1))))
        .hasSize(2 * (many - 1));
    assertThat(SAME_BUT_CASE.of(hunks(words("LAMP", many) + kept, kept + words("lamp", many))))
        .isEmpty();
  }

  @Test
  void eachHunkIsLookedAtByItself() {
    Explanation lamps =
        Explanation.ofEach(SuppressionReason.SITE_FRAME, hunk -> hunk.textAfter().contains("lamp"));

    assertThat(lamps.of(hunks("alpha", "alpha\nlamp\nlantern")))
        .extracting(Hunk::textAfter)
        .containsExactly("lamp");
    assertThat(lamps.reason()).isEqualTo(SuppressionReason.SITE_FRAME);
  }

  private static String words(String word, int count) {
    return IntStream.range(0, count).mapToObj(i -> word + i + "\n").collect(Collectors.joining());
  }

  private static List<Hunk> hunks(String before, String after) {
    return BlockDiff.between(Texts.blocks(before), Texts.blocks(after));
  }
}
