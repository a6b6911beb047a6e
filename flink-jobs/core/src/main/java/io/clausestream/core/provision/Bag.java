package io.clausestream.core.provision;

import java.util.Arrays;
import java.util.Map;

/**
 * The words of a clause as sorted hashes, repeats kept, up to {@link #MAX_WORDS}: for the share
 * that two clauses have in common. A word weighs the less, the more clauses hold it, so that
 * clauses do not look alike for the words that any sentence has.
 */
final class Bag {

  /** Words beyond these are not compared. */
  static final int MAX_WORDS = 20_000;

  private final long[] words;
  private final double[] weights;
  private final double weight;

  private Bag(long[] words, Map<Long, Integer> holders) {
    this.words = words;
    this.weights = new double[words.length];
    double sum = 0;
    for (int i = 0; i < words.length; i++) {
      weights[i] = 1 / (1 + Math.log(Math.max(1, holders.getOrDefault(words[i], 1))));
      sum += weights[i];
    }
    this.weight = sum;
  }

  /**
   * The words of a text with single spaces between them.
   *
   * @param holders in how many clauses each word stands
   */
  static Bag of(String text, Map<Long, Integer> holders) {
    return new Bag(words(text), holders);
  }

  /** The hashes of the words of a text, sorted. */
  static long[] words(String text) {
    long[] words = new long[Math.min(MAX_WORDS, text.length() / 2 + 1)];
    int count = 0;
    long word = 0;
    for (int i = 0; i <= text.length() && count < words.length; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c == ' ') {
        words[count++] = word * 0x9E3779B97F4A7C15L;
        word = 0;
      } else {
        word = 31 * word + c;
      }
    }
    long[] sorted = Arrays.copyOf(words, count);
    Arrays.sort(sorted);
    return sorted;
  }

  int size() {
    return words.length;
  }

  /** Each word once. */
  long[] distinct() {
    return Arrays.stream(words).distinct().toArray();
  }

  /** What the two have in common: 0 to 1 of both together, and of the shorter one. */
  Common common(Bag other) {
    double common = 0;
    int i = 0;
    int j = 0;
    while (i < words.length && j < other.words.length) {
      if (words[i] == other.words[j]) {
        common += weights[i];
        i++;
        j++;
      } else if (words[i] < other.words[j]) {
        i++;
      } else {
        j++;
      }
    }
    return new Common(
        2 * common / (weight + other.weight), common / Math.min(weight, other.weight));
  }

  /**
   * What two bags have in common.
   *
   * @param share of both together: their Dice coefficient
   * @param part of the one that weighs less
   */
  record Common(double share, double part) {}
}
