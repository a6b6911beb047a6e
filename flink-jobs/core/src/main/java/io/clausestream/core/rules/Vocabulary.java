package io.clausestream.core.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that phrases are made of, whole or with a star, each with a number. A text's words are
 * looked up once for all indexes that share it; most of them fit none. Filled by the indexes as
 * they are made, and from then on immutable and thread-safe.
 */
public final class Vocabulary {

  private static final int[] NONE = {};

  private final Map<String, Integer> numbers = new HashMap<>();

  /** Numbers of whole words. */
  private final Map<String, Integer> whole = new HashMap<>();

  /** Numbers by the letters before a star. */
  private final Letters<Integer> beginnings = new Letters<>();

  /** Numbers by the letters behind a star, from the last to the first. */
  private final Letters<Integer> endings = new Letters<>();

  /** Where letters lead that begin or end no word of a phrase. */
  private final Letters<Integer> none = new Letters<>();

  /** The number of a word of a phrase; a new one for a new word. */
  int number(String word) {
    Integer known = numbers.get(word);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    numbers.put(word, number);
    if (word.endsWith("*")) {
      beginnings.add(word.substring(0, word.length() - 1), number);
    } else if (word.startsWith("*")) {
      endings.add(new StringBuilder(word.substring(1)).reverse(), number);
    } else {
      whole.put(word, number);
    }
    return number;
  }

  /** The words of a text with the numbers that fit them. */
  public NumberedWords of(Tokens tokens) {
    List<Token> words = tokens.words();
    int[][] numbers = new int[words.size()][];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = fitting(words.get(i).word());
    }
    return new NumberedWords(tokens, numbers);
  }

  /**
   * What fits a word: the whole word first, then its beginnings and ends, the shorter ones first.
   */
  private int[] fitting(String word) {
    Integer exactly = whole.get(word);
    int[] found = exactly == null ? NONE : new int[] {exactly};
    Letters<Integer> beginning = beginnings;
    Letters<Integer> ending = endings;
    for (int length = 1; length <= word.length(); length++) {
      beginning = beginning.next(word.charAt(length - 1), none);
      ending = ending.next(word.charAt(word.length() - length), none);
      if (beginning == none && ending == none) {
        break;
      }
      found = with(with(found, beginning.values()), ending.values());
    }
    return found;
  }

  private static int[] with(int[] found, List<Integer> more) {
    if (more.isEmpty()) {
      return found;
    }
    int[] all = Arrays.copyOf(found, found.length + more.size());
    for (int i = 0; i < more.size(); i++) {
      all[found.length + i] = more.get(i);
    }
    return all;
  }
}
