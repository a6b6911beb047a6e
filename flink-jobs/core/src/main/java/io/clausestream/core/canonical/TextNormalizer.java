package io.clausestream.core.canonical;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Normalises text so that what looks the same is the same: Unicode NFC, one kind of quote, dash and
 * space, no invisible characters, no white space at the ends or twice.
 */
public final class TextNormalizer {

  /**
   * Combining marks that a letter keeps: as many as Unicode's stream-safe text has, and more than
   * any writing needs. To order a million of them takes a normaliser days.
   */
  private static final int MAX_MARKS = 30;

  private static final char ELLIPSIS = '\u2026';
  private static final int DOTS = 3;

  private TextNormalizer() {}

  /** The normalised text, on one line. */
  public static String normalize(CharSequence text) {
    // Arrays, as all text of all pages goes through here.
    char[] in = text.toString().toCharArray();
    char[] out = new char[in.length];
    int length = 0;
    boolean space = false;
    boolean plain = true;
    int marks = 0;
    for (int i = 0; i < in.length; i++) {
      char c = in[i];
      if (c > ' ' && c < 0x7F && c != '`') {
        if (space && length > 0) {
          out[length++] = ' ';
        }
        space = false;
        marks = 0;
        out[length++] = c;
        continue;
      }
      if (isSpace(c)) {
        space = true;
        continue;
      }
      if (isInvisible(c)) {
        continue;
      }
      if (space && length > 0) {
        out[length++] = ' ';
      }
      space = false;
      plain &= c < 0x300;
      marks = c < 0x300 ? 0 : marks(in, i, marks);
      if (c == ELLIPSIS) {
        out = withRoom(out, length + DOTS + in.length - i);
        Arrays.fill(out, length, length + DOTS, '.');
        length += DOTS;
      } else if (marks <= MAX_MARKS) {
        out[length++] = folded(c);
      }
    }
    String folded = new String(out, 0, length);
    return plain ? folded : Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  private static char[] withRoom(char[] out, int least) {
    return least <= out.length ? out : Arrays.copyOf(out, 2 * least);
  }

  /** How many combining marks stand in a row up to a place. */
  private static int marks(char[] text, int at, int before) {
    if (Character.isLowSurrogate(text[at])) {
      return before;
    }
    return switch (Character.getType(Character.codePointAt(text, at))) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          before + 1;
      default -> 0;
    };
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c >= 0x80 && (c == 0x85 || Character.isSpaceChar(c));
  }

  private static boolean isInvisible(char c) {
    return c >= 0x7F && isInvisibleBeyondAscii(c);
  }

  private static boolean isInvisibleBeyondAscii(char c) {
    return c == 0xAD
        || c == 0x034F
        || c == 0xFEFF
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2064)
        || (c >= 0x7F && c <= 0x9F);
  }

  private static char folded(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u02BC', '\u00B4', '`' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      default -> c;
    };
  }
}
