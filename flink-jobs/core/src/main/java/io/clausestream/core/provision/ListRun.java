package io.clausestream.core.provision;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import java.util.List;

/**
 * List items or definitions that follow each other, with the paragraph before them.
 *
 * @param start index of the paragraph, or of the first item when no paragraph stands before it
 * @param first index of the first item
 * @param end index behind the last item
 */
record ListRun(int start, int first, int end) {

  /** A list with more items is too long to be one clause. */
  static final int MAX_ITEMS = 24;

  /** A list with its paragraph that is longer, in UTF-16 units, is too long to be one clause. */
  static final int MAX_LENGTH = 3_000;

  /** The run that starts at a block; it has no items when none follow. */
  static ListRun at(List<Block> blocks, int start) {
    int first = isItem(blocks.get(start).kind()) ? start : start + 1;
    int end = first;
    while (end < blocks.size() && isItem(blocks.get(end).kind())) {
      end++;
    }
    return new ListRun(start, first, end);
  }

  private static boolean isItem(BlockKind kind) {
    return kind == BlockKind.LIST_ITEM || kind == BlockKind.DEFINITION;
  }

  boolean isEmpty() {
    return first == end;
  }

  /** Whether the items have no meaning without what leads them in. */
  boolean hangs(List<Block> blocks) {
    return start < first && !Sentences.ends(blocks.get(start).text())
        || !Sentences.ends(blocks.get(first).text());
  }

  /** Whether all of it can be one clause. */
  boolean isShort(List<Block> blocks) {
    return end - first <= MAX_ITEMS
        && blocks.subList(start, end).stream().mapToLong(block -> block.text().length()).sum()
            <= MAX_LENGTH;
  }
}
