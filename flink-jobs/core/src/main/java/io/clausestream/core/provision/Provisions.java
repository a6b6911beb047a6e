package io.clausestream.core.provision;

import java.util.List;

/**
 * What is remembered of the provisions of a document: those of the text in force, and those that
 * were removed lately. Bounded, whatever the text.
 *
 * @param tracked provisions in the order of their clauses; at most {@link #MAX_TRACKED}. A clause
 *     that comes when so many are followed has no id
 * @param removed removed ones, longest ago first; at most {@link #MAX_REMOVED}
 */
public record Provisions(List<Provision> tracked, List<RemovedProvision> removed) {

  /** Most provisions of a document that are followed. */
  public static final int MAX_TRACKED = 1_024;

  /** Most removed provisions that are remembered. */
  public static final int MAX_REMOVED = 64;

  /** Nothing is known. */
  public static final Provisions EMPTY = new Provisions(List.of(), List.of());

  /** Copies the lists. */
  public Provisions {
    tracked = List.copyOf(tracked);
    removed = List.copyOf(removed);
  }
}
