package io.clausestream.core.diff;

import io.clausestream.core.canonical.Block;
import java.util.List;
import java.util.Optional;

/**
 * One block that differs.
 *
 * @param operation what happened to it
 * @param headingPath the headings above it, outermost first, of the current version where it is in
 *     it
 * @param before the block in the previous version; empty when it was added
 * @param after the block in the current version; empty when it was removed
 * @param beforeAt index of the block in the previous version; {@link #NOWHERE} when it was added
 * @param afterAt index of the block in the current version; {@link #NOWHERE} when it was removed
 */
public record Hunk(
    Operation operation,
    List<String> headingPath,
    Optional<Block> before,
    Optional<Block> after,
    int beforeAt,
    int afterAt) {

  /** The index of a block that is not in a version, or whose place is not known. */
  public static final int NOWHERE = -1;

  /** A hunk whose place in the texts is not known. */
  public Hunk(
      Operation operation,
      List<String> headingPath,
      Optional<Block> before,
      Optional<Block> after) {
    this(operation, headingPath, before, after, NOWHERE, NOWHERE);
  }

  /** Copies the list. */
  public Hunk {
    headingPath = List.copyOf(headingPath);
  }

  /** The block before, or after where there was none before: the one that came or went. */
  public Block block() {
    return before.or(() -> after).orElseThrow();
  }

  /** Text before, empty when the block was added. */
  public String textBefore() {
    return before.map(Block::text).orElse("");
  }

  /** Text after, empty when the block was removed. */
  public String textAfter() {
    return after.map(Block::text).orElse("");
  }
}
