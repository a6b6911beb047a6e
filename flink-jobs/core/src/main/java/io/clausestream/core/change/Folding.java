package io.clausestream.core.change;

import java.util.Locale;

/** Texts as they read aloud: letters and digits alone, in lower case. */
final class Folding {

  private static final int ASCII = 0x80;

  private Folding() {}

  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int character = text.charAt(i);
      if (Character.isSurrogate((char) character)) {
        character = text.codePointAt(i);
      }
      if (Character.isLetterOrDigit(character)) {
        folded.appendCodePoint(character);
      }
      i += Character.charCount(character);
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether two texts fold to the same; most that do not are known apart at their beginning. */
  static boolean same(String one, String other) {
    int i = next(one, 0);
    int j = next(other, 0);
    while (i < one.length() && j < other.length()) {
      char c = one.charAt(i);
      char d = other.charAt(j);
      if (c >= ASCII || d >= ASCII) {
        return fold(one).equals(fold(other));
      }
      if (Character.toLowerCase(c) != Character.toLowerCase(d)) {
        return false;
      }
      i = next(one, i + 1);
      j = next(other, j + 1);
    }
    return i >= one.length() && j >= other.length() || fold(one).equals(fold(other));
  }

  /** Place of the next letter or digit, or of what may be one. */
  private static int next(String text, int from) {
    int at = from;
    while (at < text.length()
        && text.charAt(at) < ASCII
        && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
