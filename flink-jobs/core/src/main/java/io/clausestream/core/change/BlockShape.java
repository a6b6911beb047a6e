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

  private static long of(String text) {
    StringBuilder shape = new StringBuilder(text.length());
    String[] words = text.split(" ");
    for (String word : words) {
      shape.append(words.length > MOST_WORDS ? word : mask(word)).append(' ');
    }
    return Fingerprint.hash64(shape.toString());
  }

  private static String mask(String word) {
    boolean digit = false;
    StringBuilder masked = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isDigit(c)) {
        masked.append(c);
      } else if (masked.isEmpty() || masked.charAt(masked.length() - 1) != '#') {
        masked.append('#');
      }
      digit |= Character.isDigit(c);
    }
    return digit && word.length() >= TOKEN_LENGTH ? "*" : masked.toString();
  }
}
