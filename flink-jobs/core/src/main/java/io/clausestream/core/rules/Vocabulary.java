package io.clausestream.core.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words that phrases are made of, whole or with a star, each with a number. A text's words are
 * looked up once for all indexes that share it; most of them fit none. Filled by the indexes as
 * they are made, and from then on the same for all; thread-safe then.
 */
public final class Vocabulary {

  private static final int[] NONE = {};

  private static final int MOST_SEEN = 16 << 10;

  /** In UTF-16 units. */
  private static final int LONGEST_SEEN = 32;

  private final Map<String, Integer> numbers = new HashMap<>();

  /** Numbers of whole words. */
  private final Map<String, Integer> whole = new HashMap<>();

  /** Length of the longest whole word, in UTF-16 units. */
  private int longest;

  /** Numbers by the letters before a star. */
  private final Letters<Integer> beginnings = new Letters<>();

  /** Numbers by the letters behind a star, from the last to the first. */
  private final Letters<Integer> endings = new Letters<>();

  /** What fits words that were looked up before; bounded, as a text may make up words. */
  private final Map<String, int[]> seen = new ConcurrentHashMap<>();

  /** Where letters lead that begin or end no word of a phrase. */
  private final Letters<Integer> none = new Letters<>();

  /** The number of a word of a phrase; a new one for a new word. */
  int number(String word) {
    Integer known = numbers.get(word);
    if (known != null) {
      return known;
    }
    // It may fit words that were looked up before it was there.
    seen.clear();
    int number = numbers.size();
    numbers.put(word, number);
    if (word.endsWith("*")) {
      beginnings.add(word.substring(0, word.length() - 1), number);
    } else if (word.startsWith("*")) {
      endings.add(new StringBuilder(word.substring(1)).reverse(), number);
    } else {
      whole.put(word, number);
      longest = Math.max(longest, word.length());
    }
    return number;
  }

  /** The words of a text with the numbers that fit them. */
  public NumberedWords of(Tokens tokens) {
    List<Token> words = tokens.words();
    int[][] numbers = new int[words.size()][];
    BitSet held = new BitSet();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = known(words.get(i).word());
      for (int number : numbers[i]) {
        held.set(number);
      }
    }
    return new NumberedWords(tokens, numbers, held);
  }

  /** The words of a language come again and again. */
  private int[] known(String word) {
    int[] known = seen.get(word);
    if (known != null) {
      return known;
    }
    int[] found = fitting(word);
    if (word.length() <= LONGEST_SEEN) {
      if (seen.size() >= MOST_SEEN) {
        seen.clear();
      }
      seen.put(word, found);
    }
    return found;
  }

  /**
   * What fits a word: the whole word first, then its beginnings and ends, the shorter ones first.
   */
  private int[] fitting(String word) {
    // A stretch without spaces is a long word: not even its hash is worth making.
    Integer exactly = word.length() > longest ? null : whole.get(word);
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
