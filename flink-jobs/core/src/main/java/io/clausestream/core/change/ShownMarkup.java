package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.quality.Evidence;
import io.clausestream.core.quality.EvidenceCode;
import java.util.List;
import java.util.Optional;

/**
 * Whether a page shows its own markup as text, as it does where markup was escaped once too often.
 * Seen by the history of the page: a document may speak of markup, but then it does so always.
 */
final class ShownMarkup {

  /** So many tags in a text are no examples any more. */
  private static final int MANY = 20;

  /** Nor are tags of which there is one in so much text, in UTF-16 units. */
  private static final int DENSE = 500;

  private ShownMarkup() {}

  /** The evidence against a text that is full of tags where the text before it was not. */
  static Optional<Evidence> evidence(List<Block> before, List<Block> after) {
    long tags = tags(after);
    long length = after.stream().mapToLong(block -> block.text().length()).sum();
    if (tags < MANY || tags * DENSE < length || tags(before) * 4 > tags) {
      return Optional.empty();
    }
    return Optional.of(
        new Evidence(
            EvidenceCode.UNREADABLE, "the text shows " + tags + " tags of its own markup"));
  }

  private static long tags(List<Block> blocks) {
    return blocks.stream().mapToLong(block -> tags(block.text())).sum();
  }

  private static int tags(String text) {
    int tags = 0;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      tags += isTag(text, at) ? 1 : 0;
    }
    return tags;
  }

  /** Whether a name follows the sign at once, as it does in a tag and not in a comparison. */
  private static boolean isTag(String text, int at) {
    int name = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
    return name < text.length()
        && text.charAt(name) < 0x80
        && Character.isLetter(text.charAt(name));
  }
}
