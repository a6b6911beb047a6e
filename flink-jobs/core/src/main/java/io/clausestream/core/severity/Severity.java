package io.clausestream.core.severity;

/** How much a change matters to users of the platform, as compliance people use the words. */
public enum Severity {
  /** Minor. */
  LOW,
  /** Worth knowing, limited in scope or with protections. */
  MEDIUM,
  /** Limits legal rights, widens data collection, sharing or AI training, or exposes to costs. */
  HIGH
}
