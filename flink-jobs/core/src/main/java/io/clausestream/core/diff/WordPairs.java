package io.clausestream.core.diff;

import io.clausestream.core.canonical.Block;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pairs of neighbouring words of a text, as a set of hashes: for the share of one text that
 * another holds (containment of 2-shingles, Broder, "On the resemblance and containment of
 * documents", 1997). Case and punctuation do not count. Bounded by {@link #MAX_WORDS}.
 */
public final class WordPairs {

  /** Words beyond these are not looked at. */
  static final int MAX_WORDS = 200_000;

  private final Set<Long> pairs;

  private WordPairs(Set<Long> pairs) {
    this.pairs = pairs;
  }

  /** The pairs of words in blocks, block by block. */
  public static WordPairs of(List<Block> blocks) {
    Set<Long> pairs = new HashSet<>();
    int words = 0;
    for (Block block : blocks) {
      words += collect(block.text(), pairs, MAX_WORDS - words);
      if (words >= MAX_WORDS) {
        break;
      }
    }
    return new WordPairs(pairs);
  }

  private static int collect(String text, Set<Long> pairs, int most) {
    int words = 0;
    long previous = 0;
    long word = 0;
    for (int i = 0; i <= text.length() && words < most; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word = 31 * word + Character.toLowerCase(c);
      } else if (word != 0) {
        pairs.add(previous * 0x9E3779B97F4A7C15L + word);
        previous = word;
        word = 0;
        words++;
      }
    }
    return words;
  }

  /** Which share of these pairs stands in another text: 0 to 1; 1 for a text without words. */
  public double shareIn(WordPairs other) {
    if (pairs.isEmpty()) {
      return 1;
    }
    return (double) pairs.stream().filter(other.pairs::contains).count() / pairs.size();
  }
}
