package io.clausestream.core.page;

/** How a fetch ended. */
public enum FetchOutcome {
  OK,
  NOT_MODIFIED,
  HTTP_ERROR,
  NETWORK_ERROR
}
