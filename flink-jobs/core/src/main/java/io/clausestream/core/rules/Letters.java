package io.clausestream.core.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values by strings of letters, found letter by letter without an object for each: a text has many
 * words, and most of them begin and end as no phrase does. Threads may read it once it is filled.
 *
 * @param <V> what is kept
 */
final class Letters<V> {

  private final List<V> values = new ArrayList<>();

  /** Sorted, as a rule set has many beginnings. */
  private char[] letters = {};

  private final List<Letters<V>> behind = new ArrayList<>();

  /** Keeps a value behind some letters. */
  void add(CharSequence text, V value) {
    Letters<V> at = this;
    for (int i = 0; i < text.length(); i++) {
      at = at.grow(text.charAt(i));
    }
    at.values.add(value);
  }

  private Letters<V> grow(char letter) {
    int at = Arrays.binarySearch(letters, letter);
    if (at >= 0) {
      return behind.get(at);
    }
    int place = -at - 1;
    char[] more = Arrays.copyOf(letters, letters.length + 1);
    System.arraycopy(letters, place, more, place + 1, letters.length - place);
    more[place] = letter;
    letters = more;
    Letters<V> grown = new Letters<>();
    behind.add(place, grown);
    return grown;
  }

  /**
   * Where a letter leads.
   *
   * @param none what to return when it leads nowhere
   */
  Letters<V> next(char letter, Letters<V> none) {
    int at = Arrays.binarySearch(letters, letter);
    return at < 0 ? none : behind.get(at);
  }

  /** What is kept behind the letters that led here, in the order in which it was added. */
  List<V> values() {
    return values;
  }

  /** Whether no letter leads on from here. */
  boolean isEnd() {
    return letters.length == 0;
  }
}
