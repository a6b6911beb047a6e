package io.clausestream.core.change;

import com.google.re2j.Pattern;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;

/**
 * An address of a link that gives way to the name of what it leads to, or a name to the address:
 * the link is the same, and nothing else in the block differs.
 */
final class NamedAddress {

  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(https?://|www\\.)[^\\s,;)]+");

  /** Longer is no name. */
  private static final int MOST_WORDS = 12;

  private NamedAddress() {}

  /** Whether a hunk shows nothing else. */
  static boolean explains(Hunk hunk) {
    if (hunk.operation() != Operation.MODIFIED) {
      return false;
    }
    String before = hunk.textBefore();
    String after = hunk.textAfter();
    boolean earlier = ADDRESS.matcher(before).find();
    boolean later = ADDRESS.matcher(after).find();
    return earlier != later && (earlier ? isNamed(before, after) : isNamed(after, before));
  }

  /** Whether the words that stand in place of the one address are a name. */
  private static boolean isNamed(String addressed, String named) {
    String[] around = ADDRESS.split(addressed, 3);
    if (around.length != 2) {
      return false;
    }
    String head = around[0];
    String tail = around[1];
    if (!named.startsWith(head)
        || !named.endsWith(tail)
        || named.length() <= head.length() + tail.length()) {
      return false;
    }
    String name = named.substring(head.length(), named.length() - tail.length());
    return name.strip().split(" ").length <= MOST_WORDS && !isSentence(name);
  }

  private static boolean isSentence(String name) {
    return name.indexOf(". ") >= 0;
  }
}
