package io.clausestream.core.diff;

import io.clausestream.core.canonical.Block;
import java.util.Arrays;
import java.util.List;

/**
 * The pairs of neighbouring words of a text, as a sorted set of hashes: for the share of one text
 * that another holds (containment of 2-shingles, Broder, "On the resemblance and containment of
 * documents", 1997). Case and punctuation do not count. Bounded by {@link #MAX_WORDS}.
 */
public final class WordPairs {

  /** Words beyond these are not looked at. */
  static final int MAX_WORDS = 200_000;

  private final SortedHashes pairs;

  private WordPairs(SortedHashes pairs) {
    this.pairs = pairs;
  }

  /** The pairs of words in blocks, block by block. */
  public static WordPairs of(List<Block> blocks) {
    Collected collected = new Collected();
    for (Block block : blocks) {
      collected.add(block.text());
    }
    return new WordPairs(SortedHashes.of(collected.pairs, collected.count).distinct());
  }

  /** Which share of these pairs stands in another text: 0 to 1; 1 for a text without words. */
  public double shareIn(WordPairs other) {
    return pairs.size() == 0 ? 1 : (double) pairs.common(other.pairs) / pairs.size();
  }

  private static final class Collected {

    private static final int FIRST_SIZE = 1_024;

    private long[] pairs = new long[FIRST_SIZE];
    private int count;

    void add(String text) {
      long previous = 0;
      long word = 0;
      for (int i = 0; i <= text.length() && count < MAX_WORDS; i++) {
        char c = i < text.length() ? text.charAt(i) : ' ';
        if (Character.isLetterOrDigit(c)) {
          word = 31 * word + Character.toLowerCase(c);
        } else if (word != 0) {
          add(previous * 0x9E3779B97F4A7C15L + word);
          previous = word;
          word = 0;
        }
      }
    }

    private void add(long pair) {
      if (count == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * count);
      }
      pairs[count++] = pair;
    }
  }
}
