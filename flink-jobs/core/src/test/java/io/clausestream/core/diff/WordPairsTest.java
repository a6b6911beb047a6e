package io.clausestream.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordPairsTest {

  @Test
  void caseAndPunctuationDoNotCountAndTheOrderOfWordsDoes() {
    WordPairs pairs = pairs("We keep letters, for ever.");

    assertThat(pairs.shareIn(pairs("we KEEP letters - for (ever)"))).isEqualTo(1);
    assertThat(pairs.shareIn(pairs("ever for letters keep we"))).isZero();
  }

  @Test
  void aPartStandsInTheWholeAndTheWholeNotInThePart() {
    WordPairs whole = pairs("We keep letters.", "We sell stamps.");
    WordPairs part = pairs("We keep letters.");

    assertThat(part.shareIn(whole)).isEqualTo(1);
    assertThat(whole.shareIn(part)).isEqualTo(0.6);
  }

  @Test
  void aTextWithoutWordsStandsInEveryOther() {
    assertThat(pairs("- - -").shareIn(pairs("We keep letters."))).isEqualTo(1);
    assertThat(pairs("We keep letters.").shareIn(pairs())).isZero();
  }

  private static WordPairs pairs(String... texts) {
    return WordPairs.of(Stream.of(texts).map(text -> Block.of(BlockKind.PARAGRAPH, text)).toList());
  }
}
