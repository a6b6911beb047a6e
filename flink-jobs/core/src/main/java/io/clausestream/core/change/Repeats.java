package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Blocks that came or went as one more copy of what stands in both texts anyway. Only what says
 * something by itself counts as a copy: a short item of a list or a row of a table says something
 * by the list that it stands in.
 */
final class Repeats {

  private static final int SHORTEST = 40;

  private final Set<String> both = new HashSet<>();

  Repeats(List<Block> before, List<Block> after) {
    Set<String> old = new HashSet<>();
    before.forEach(block -> old.add(block.text()));
    after.stream().map(Block::text).filter(old::contains).forEach(both::add);
  }

  /** Whether a hunk is such a copy. */
  boolean explains(Hunk hunk) {
    return hunk.operation() != Operation.MODIFIED
        && hunk.before().map(this::isCopy).orElse(true)
        && hunk.after().map(this::isCopy).orElse(true);
  }

  private boolean isCopy(Block block) {
    return block.kind() != BlockKind.TABLE_ROW
        && (block.text().length() >= SHORTEST || block.kind() == BlockKind.HEADING)
        && both.contains(block.text());
  }
}
