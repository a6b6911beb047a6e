package io.clausestream.core.canonical;

import java.util.ArrayList;
import java.util.List;

/**
 * The stored form of blocks: one a line, its kind's letter, its level's digit, its text. Block
 * texts hold no line breaks, and headings give the paths, so nothing else needs to be kept.
 */
public final class CanonicalText {

  private CanonicalText() {}

  /** Blocks to their stored form. */
  public static String format(List<Block> blocks) {
    StringBuilder out = new StringBuilder();
    for (Block block : blocks) {
      out.append(block.kind().code()).append(block.level()).append(block.text()).append('\n');
    }
    return out.toString();
  }

  /**
   * The blocks of a stored form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static List<Block> parse(String stored) {
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    while (start < stored.length()) {
      int end = stored.indexOf('\n', start);
      if (end < start + 2) {
        throw new IllegalArgumentException("No stored block at offset " + start);
      }
      blocks.add(
          new Block(
              BlockKind.ofCode(stored.charAt(start)),
              Character.digit(stored.charAt(start + 1), 10),
              stored.substring(start + 2, end)));
      start = end + 1;
    }
    return blocks;
  }
}
