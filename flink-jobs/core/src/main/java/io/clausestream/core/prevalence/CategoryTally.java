package io.clausestream.core.prevalence;

import java.time.LocalDate;
import java.util.List;

/**
 * Where a category stands at the end of a day.
 *
 * @param day the last day that was closed
 * @param with platforms with a document that holds the category
 * @param tracked platforms with a document that was read for the category
 * @param waiting moves that still may become part of a movement
 */
public record CategoryTally(LocalDate day, int with, int tracked, List<Move> waiting) {

  /** Before the first day. */
  public static final CategoryTally NONE = new CategoryTally(LocalDate.MIN, 0, 0, List.of());

  /** Copies the list. */
  public CategoryTally {
    waiting = List.copyOf(waiting);
  }
}
