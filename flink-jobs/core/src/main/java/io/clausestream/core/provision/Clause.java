package io.clausestream.core.provision;

import io.clausestream.core.canonical.Block;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One clause of a text: neighbouring blocks that say one thing. {@link Segmentation} cuts them.
 *
 * @param headingPath the headings above it, outermost first
 * @param intro the block that its words hang on but that is a clause of its own: the paragraph that
 *     leads a long list in, or the head row of a table; empty when there is none
 * @param start index of its first block in the text
 * @param blocks its blocks, never empty
 */
public record Clause(
    List<String> headingPath, Optional<Block> intro, int start, List<Block> blocks) {

  /** Copies the lists. */
  public Clause {
    headingPath = List.copyOf(headingPath);
    blocks = List.copyOf(blocks);
  }

  /** Its words, one block a line, without headings and intro. */
  public String text() {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
  }
}
