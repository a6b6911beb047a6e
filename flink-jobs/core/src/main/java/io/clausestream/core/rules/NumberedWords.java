package io.clausestream.core.rules;

/**
 * The words of a text, looked up in a {@link Vocabulary}. Immutable as long as nobody writes to the
 * numbers.
 *
 * @param tokens the words
 * @param numbers for each word the numbers of the words of phrases that fit it
 */
@SuppressWarnings("ArrayRecordComponent")
public record NumberedWords(Tokens tokens, int[][] numbers) {

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
