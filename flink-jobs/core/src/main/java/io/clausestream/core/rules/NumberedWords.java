package io.clausestream.core.rules;

import java.util.BitSet;

/**
 * The words of a text, looked up in a {@link Vocabulary}. Immutable as long as nobody writes to the
 * numbers.
 *
 * @param tokens the words
 * @param numbers for each word the numbers of the words of phrases that fit it
 * @param held all those numbers
 */
@SuppressWarnings("ArrayRecordComponent")
public record NumberedWords(Tokens tokens, int[][] numbers, BitSet held) {

  /** Whether one of some numbers fits any of the words; also if there are none. */
  boolean holds(int[] wanted) {
    for (int number : wanted) {
      if (held.get(number)) {
        return true;
      }
    }
    return wanted.length == 0;
  }

  /** Whether one of some numbers fits a word. */
  boolean fits(int word, int[] wanted) {
    for (int number : numbers[word]) {
      for (int other : wanted) {
        if (number == other) {
          return true;
        }
      }
    }
    return false;
  }
}
