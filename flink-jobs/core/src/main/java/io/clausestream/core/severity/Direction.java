package io.clausestream.core.severity;

/** Whom a change serves, seen by a user of the platform. */
public enum Direction {
  ADVERSE,
  PROTECTIVE,
  NEUTRAL,
  UNKNOWN
}
