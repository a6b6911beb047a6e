package io.clausestream.core.canonical;

import java.util.List;
import java.util.Optional;

/**
 * One capture under two versions of the rules.
 *
 * @param page what the rules of this release make of it
 * @param previous the blocks that the release before would have made of it; empty when nobody asked
 *     for them, or they cost too much
 */
public record CanonicalPages(CanonicalPage page, Optional<List<Block>> previous) {

  /** Copies the list. */
  public CanonicalPages {
    previous = previous.map(List::copyOf);
  }
}
