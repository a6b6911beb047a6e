package io.clausestream.core.provision;

import io.clausestream.core.canonical.Block;
import java.util.List;

/**
 * A text cut into clauses by its structure alone, in any language.
 *
 * <ul>
 *   <li>A paragraph is a clause. A list or definitions that hang on it belong to it, up to {@link
 *       ListRun#MAX_ITEMS} items and {@link ListRun#MAX_LENGTH} characters; beyond that each item
 *       is a clause of its own, with the paragraph as its intro.
 *   <li>A list hangs on the paragraph before it when that does not end as a sentence does, or when
 *       the first item is a fragment.
 *   <li>Each row of a table is a clause, with the head row, where one is seen, as its intro.
 *   <li>Headings are the path. Each belongs to the first clause below it; one with nothing below it
 *       is a clause of its own.
 * </ul>
 *
 * <p>Linear in the text. Immutable.
 */
public final class Segmentation {

  private final List<Clause> clauses;
  private final int[] owners;

  Segmentation(List<Clause> clauses, int[] owners) {
    this.clauses = List.copyOf(clauses);
    this.owners = owners;
  }

  /** Cuts a text. */
  public static Segmentation of(List<Block> blocks) {
    return new Cutter(blocks).cut();
  }

  /** The clauses in reading order. */
  public List<Clause> clauses() {
    return clauses;
  }

  /**
   * Index of the clause that a block of the text belongs to.
   *
   * @throws IndexOutOfBoundsException if the text has no such block
   */
  public int clauseOf(int block) {
    return owners[block];
  }
}
