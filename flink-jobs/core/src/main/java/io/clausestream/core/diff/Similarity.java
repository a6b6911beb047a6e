package io.clausestream.core.diff;

/** How alike two blocks are: the Dice coefficient of their words, repeats counted. */
final class Similarity {

  /** Above this, a removed and an added block are one block that was modified. */
  static final double PAIRED = 0.4;

  /** How many blocks ahead a partner is sought; keeps a whole rewrite linear. */
  static final int REACH = 40;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private Similarity() {}

  /** The words of a text, which spaces divide. */
  static SortedHashes words(String text) {
    long[] words = new long[text.length() / 2 + 1];
    int count = 0;
    int start = 0;
    long word = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && text.charAt(i) != ' ') {
        word = (word + text.charAt(i)) * FACTOR;
        continue;
      }
      if (i > start) {
        words[count++] = word;
      }
      start = i + 1;
      word = 0;
    }
    return SortedHashes.of(words, count);
  }

  /** 0 to 1; 0 where the number of words alone tells that it is not above {@link #PAIRED}. */
  static double of(SortedHashes a, SortedHashes b) {
    int all = a.size() + b.size();
    if (2.0 * Math.min(a.size(), b.size()) / all <= PAIRED) {
      return 0;
    }
    return 2.0 * a.common(b) / all;
  }
}
