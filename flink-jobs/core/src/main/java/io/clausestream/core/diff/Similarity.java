package io.clausestream.core.diff;

import java.util.HashMap;
import java.util.Map;

/** How alike two blocks are: the Dice coefficient of their words, repeats counted. */
final class Similarity {

  /** Above this, a removed and an added block are one block that was modified. */
  static final double PAIRED = 0.4;

  /** How many blocks ahead a partner is sought; keeps a whole rewrite linear. */
  static final int REACH = 40;

  private Similarity() {}

  static double of(String a, String b) {
    Map<String, Integer> words = new HashMap<>();
    String[] left = a.split(" ");
    String[] right = b.split(" ");
    if (2.0 * Math.min(left.length, right.length) / (left.length + right.length) <= PAIRED) {
      return 0;
    }
    for (String word : left) {
      words.merge(word, 1, Integer::sum);
    }
    int common = 0;
    for (String word : right) {
      if (words.merge(word, -1, Integer::sum) >= 0) {
        common++;
      }
    }
    return 2.0 * common / (left.length + right.length);
  }
}
