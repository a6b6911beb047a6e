package io.clausestream.core.diff;

import java.util.ArrayList;
import java.util.List;

/** A run of letters and digits, or one other mark, at its place in a text. */
record Word(String text, int start) {

  int end() {
    return start + text.length();
  }

  static List<Word> split(String text) {
    List<Word> words = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int start = i;
      i = endOfWord(text, start);
      if (!Character.isWhitespace(text.charAt(start))) {
        words.add(new Word(text.substring(start, i), start));
      }
    }
    return words;
  }

  static List<String> texts(List<Word> words) {
    return words.stream().map(Word::text).toList();
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return Math.max(end, start + 1);
  }
}
