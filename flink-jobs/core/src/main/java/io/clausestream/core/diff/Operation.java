package io.clausestream.core.diff;

/** What happened to a block. */
public enum Operation {
  ADDED,
  REMOVED,
  MODIFIED,
  MOVED
}
