package io.clausestream.core.canonical;

import java.nio.charset.StandardCharsets;

/**
 * Counts what the ranges of a font's character map unfold to: twenty bytes can stand for two
 * thousand million entries. Read as PDFBox reads them: ranges of three, up to a word.
 */
final class PdfCharacterMaps {

  private static final String BEGIN = "beginbfrange";
  private static final int ENTRY = 200;

  private final String text;
  private final Work work;
  private int at;

  private PdfCharacterMaps(String text, Work work) {
    this.text = text;
    this.work = work;
  }

  /** Counts the work of a stream, if it is a character map. */
  static void check(byte[] bytes, Work work) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at)) {
      PdfCharacterMaps ranges = new PdfCharacterMaps(text, work);
      ranges.at = at + BEGIN.length();
      ranges.countRanges();
      at = ranges.at;
    }
  }

  private void countRanges() {
    long first = code();
    while (first >= 0) {
      long last = code();
      if (last < 0) {
        return;
      }
      work.read(ENTRY * Math.max(1, Math.min(last - first + 1, Integer.MAX_VALUE)));
      skipTarget();
      first = code();
    }
  }

  /** The next hexadecimal code; below 0 when something else stands there. */
  private long code() {
    skipSpaces();
    if (at >= text.length() || text.charAt(at) != '<') {
      return -1;
    }
    long code = 0;
    for (at++; at < text.length() && text.charAt(at) != '>'; at++) {
      int digit = Character.digit(text.charAt(at), 16);
      code = digit < 0 ? code : code << 4 & 0xFFFF_FFFFL | digit;
    }
    at++;
    return code;
  }

  private void skipTarget() {
    skipSpaces();
    if (at < text.length() && text.charAt(at) == '[') {
      int end = text.indexOf(']', at);
      at = end < 0 ? text.length() : end + 1;
    } else {
      code();
    }
  }

  private void skipSpaces() {
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '%')) {
      if (text.charAt(at) == '%') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        at++;
      }
    }
  }
}
