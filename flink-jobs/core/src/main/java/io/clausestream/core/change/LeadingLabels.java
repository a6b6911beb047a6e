package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.Hunk;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Labels above the first paragraph of a document: the name of the site, the way to the page,
 * buttons. They come and go with the design of the site. A label with a digit may be a date.
 */
final class LeadingLabels {

  private static final int LONGEST = 40;
  private static final int PARAGRAPH = 80;

  /** A document whose first paragraph comes later is a list, and its short lines say something. */
  private static final int MOST = 12;

  private final Set<Block> labels = Collections.newSetFromMap(new IdentityHashMap<>());

  LeadingLabels(List<Block> before, List<Block> after) {
    collect(before);
    collect(after);
  }

  private void collect(List<Block> blocks) {
    int end = 0;
    while (end < blocks.size() && blocks.get(end).text().length() < PARAGRAPH) {
      end++;
    }
    if (end < blocks.size() && end <= MOST) {
      blocks.subList(0, end).stream().filter(LeadingLabels::isLabel).forEach(labels::add);
    }
  }

  private static boolean isLabel(Block block) {
    return block.text().length() <= LONGEST && block.text().chars().noneMatch(Character::isDigit);
  }

  /** Whether a hunk shows nothing but such labels. */
  boolean explains(Hunk hunk) {
    return Stream.concat(hunk.before().stream(), hunk.after().stream()).allMatch(labels::contains);
  }
}
