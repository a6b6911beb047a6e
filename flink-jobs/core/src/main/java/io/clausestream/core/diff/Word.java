package io.clausestream.core.diff;

import java.util.ArrayList;
import java.util.List;

/** A run of letters and digits, or one other mark, at its place in a text. */
record Word(String text, int start) {

  int end() {
    return start + text.length();
  }

  /** The words of a part of a text, at their places in the whole. */
  static List<Word> split(String text, int from, int to) {
    List<Word> words = new ArrayList<>();
    int i = from;
    while (i < to) {
      int start = i;
      i = endOfWord(text, start, to);
      if (!Character.isWhitespace(text.charAt(start))) {
        words.add(new Word(text.substring(start, i), start));
      }
    }
    return words;
  }

  static List<String> texts(List<Word> words) {
    return words.stream().map(Word::text).toList();
  }

  /** Whether no word reaches across a place, and no character either. */
  static boolean isBoundary(String text, int at) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    char left = text.charAt(at - 1);
    char right = text.charAt(at);
    return !(Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right))
        && !(Character.isHighSurrogate(left) && Character.isLowSurrogate(right));
  }

  private static int endOfWord(String text, int start, int to) {
    int end = start;
    while (end < to && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end > start ? end : start + Character.charCount(text.codePointAt(start));
  }
}
