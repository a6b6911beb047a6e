package io.clausestream.core.provision;

/** What became of a provision between two versions. */
public enum Lineage {
  /** It says the same at the same place; its number, or what marks it, may differ. */
  KEPT,
  /** It says the same at another place. */
  MOVED,
  /** Its words, or those of the heading right above it, differ. */
  REWORDED,
  /** It was not in the version before. */
  ADDED,
  /** It is not in the version after. */
  REMOVED
}
