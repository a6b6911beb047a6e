package io.clausestream.core.change;

import io.clausestream.core.diff.Hunk;
import io.clausestream.core.fingerprint.Fingerprint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The shape of a block: its text with numbers and made-up tokens masked, so that a counter or a
 * session id has the same shape at each fetch.
 */
final class BlockShape {

  private static final int TOKEN_LENGTH = 16;

  /** A counter says little around it; a number in a longer sentence is a period or a fee. */
  private static final int MOST_WORDS = 12;

  private BlockShape() {}

  /** The shapes of the blocks on both sides of hunks. */
  static Set<Long> of(List<Hunk> hunks) {
    Set<Long> shapes = new HashSet<>();
    for (Hunk hunk : hunks) {
      shapes.addAll(of(hunk));
    }
    return shapes;
  }

  /** The shapes of the block before and after. */
  static Set<Long> of(Hunk hunk) {
    Set<Long> shapes = new HashSet<>();
    hunk.before().ifPresent(block -> shapes.add(of(block.text())));
    hunk.after().ifPresent(block -> shapes.add(of(block.text())));
    return shapes;
  }

  /** One pass, as a block can be as long as a page. */
  private static long of(String text) {
    StringBuilder shape = new StringBuilder(text.length() + 1);
    boolean sentence = isSentence(text);
    int start = 0;
    while (start < text.length()) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      if (sentence) {
        shape.append(text, start, end);
      } else {
        mask(text, start, end, shape);
      }
      shape.append(' ');
      start = end + 1;
    }
    return Fingerprint.hash64(shape.toString());
  }

  private static boolean isSentence(String text) {
    int words = 1;
    for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
      words++;
      if (words > MOST_WORDS) {
        return true;
      }
    }
    return false;
  }

  private static void mask(String text, int start, int end, StringBuilder shape) {
    int from = shape.length();
    boolean digit = false;
    boolean masked = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean isDigit = Character.isDigit(c);
      if (!isDigit) {
        shape.append(c);
      } else if (!masked) {
        shape.append('#');
      }
      masked = isDigit || c == '#';
      digit |= isDigit;
    }
    if (digit && end - start >= TOKEN_LENGTH) {
      shape.setLength(from);
      shape.append('*');
    }
  }
}
