package io.clausestream.cli.audit;

/** What the comparison says of a change. */
enum Outcome {
  /** Recorded and replayed, and equal in all that must be. */
  REPRODUCED,
  /** Recorded and replayed, and not equal. */
  DIFFERENT,
  /** Recorded, and not replayed. */
  MISSING,
  /** Replayed, and not recorded. */
  EXTRA
}
