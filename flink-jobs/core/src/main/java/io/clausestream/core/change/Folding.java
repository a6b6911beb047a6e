package io.clausestream.core.change;

import java.util.Locale;

/** Texts as they read aloud: letters and digits alone, in lower case. */
final class Folding {

  private Folding() {}

  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
    return folded.toString().toLowerCase(Locale.ROOT);
  }
}
