package io.clausestream.core.canonical;

/**
 * One block of canonical text: the unit that is compared.
 *
 * @param kind what it is
 * @param level 1 to 6 for a heading, otherwise 0
 * @param text normalised text on one line, never empty; the cells of a table row stand between bars
 */
public record Block(BlockKind kind, int level, String text) {

  /** A block that is no heading. */
  public static Block of(BlockKind kind, String text) {
    return new Block(kind, 0, text);
  }
}
