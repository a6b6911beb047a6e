package io.clausestream.core.page;

/** Where a capture came from. */
public enum Origin {
  /** A crawler, as it fetched. */
  LIVE,
  /** History fed into a running system. */
  IMPORT,
  /** History read for an audit. */
  REPLAY
}
