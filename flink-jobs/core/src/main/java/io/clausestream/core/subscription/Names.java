package io.clausestream.core.subscription;

/** What names of all kinds must be like, and how they stand in messages. */
final class Names {

  /** Longest name, in UTF-16 code units. */
  static final int LONGEST = 200;

  private static final int SHOWN = 60;

  private Names() {}

  /** Whether a text can be a name: not blank, not too long, nothing in it that steers a display. */
  static boolean isName(String text) {
    return !text.isBlank() && text.length() <= LONGEST && isPlain(text);
  }

  /** Whether a text holds no control characters, line ends or halves of characters. */
  static boolean isPlain(String text) {
    return text.codePoints().allMatch(Names::isPlain);
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** A text in quotes, made short and plain. */
  static String quoted(String text) {
    StringBuilder shown = new StringBuilder("'");
    text.codePoints().limit(SHOWN).forEach(c -> shown.appendCodePoint(isPlain(c) ? c : '?'));
    return shown.append(text.codePointCount(0, text.length()) > SHOWN ? "…'" : "'").toString();
  }
}
