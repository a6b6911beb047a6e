package io.clausestream.connector.delivery.text;

/**
 * Makes text of pages harmless as text: no control character is left, and those that reorder or
 * hide what is read show as U+FFFD. Every record of this package passes its strings through it, so
 * that no channel can forget; markup is the renderer's to escape.
 */
public final class SafeText {

  private static final int SHOWN = 0xFFFD;

  private SafeText() {}

  /** One line: white space of any kind becomes a single space. */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().map(SafeText::mapped).forEach(c -> append(line, c == '\n' ? ' ' : c));
    return line.toString().strip();
  }

  /** Several lines, ended by line feeds; spaces stay as they are. */
  public static String lines(String text) {
    StringBuilder lines = new StringBuilder(text.length());
    text.codePoints().map(SafeText::mapped).filter(c -> c >= 0).forEach(lines::appendCodePoint);
    return lines.toString();
  }

  private static void append(StringBuilder line, int c) {
    boolean space = c == ' ';
    if (c >= 0 && !(space && !line.isEmpty() && line.charAt(line.length() - 1) == ' ')) {
      line.appendCodePoint(c);
    }
  }

  /** The character to show instead; negative for none. */
  private static int mapped(int c) {
    if (c == '\n' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
      return '\n';
    }
    if (c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR) {
      return c == '\u00A0' || c == '\u202F' ? c : ' ';
    }
    if (reorders(c) || Character.getType(c) == Character.SURROGATE || isTag(c)) {
      return SHOWN;
    }
    return isDropped(c) ? -1 : c;
  }

  /** Embeddings, overrides and isolates of the bidirectional algorithm. */
  private static boolean reorders(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }

  /** Invisible letters. */
  private static boolean isTag(int c) {
    return c >= 0xE0000 && c <= 0xE007F;
  }

  /** Controls, and what XML does not allow. */
  private static boolean isDropped(int c) {
    return Character.isISOControl(c)
        || c == 0x200B
        || c == 0xFEFF
        || (c & 0xFFFE) == 0xFFFE
        || c >= 0xFDD0 && c <= 0xFDEF;
  }
}
