package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.diff.BlockDiff;
import io.clausestream.core.diff.Hunk;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final Explanation SAME_BUT_CASE =
      Explanation.ofPairs(
          SuppressionReason.EDITORIAL, block -> block.text().toLowerCase(Locale.ROOT));

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
  void aThousandBlocksThatMovedAreAllPaired() {
    String kept = "alpha beta gamma\n";

    assertThat(SAME_BUT_CASE.of(hunks(words("LAMP", 1_000) + kept, kept + words("lamp", 1_000))))
        .hasSize(2_000);
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
