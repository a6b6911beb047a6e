package io.clausestream.core.provision;

import java.util.Arrays;

/**
 * The words of a clause as sorted hashes, repeats kept, up to {@link #MAX_WORDS}: for the share
 * that two clauses have in common.
 */
final class Bag {

  /** Words beyond these are not compared. */
  static final int MAX_WORDS = 20_000;

  private final long[] words;

  private Bag(long[] words) {
    this.words = words;
  }

  /** The words of a text with single spaces between them. */
  static Bag of(String text) {
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
    return new Bag(sorted);
  }

  int size() {
    return words.length;
  }

  /** Each word once. */
  long[] distinct() {
    return Arrays.stream(words).distinct().toArray();
  }

  /** How many words the two have in common. */
  int common(Bag other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < words.length && j < other.words.length) {
      if (words[i] == other.words[j]) {
        common++;
        i++;
        j++;
      } else if (words[i] < other.words[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }
}
