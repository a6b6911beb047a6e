package io.clausestream.core.canonical;

/**
 * Tells whether a page has had its time. The core has no clock: whoever has one hands this in, and
 * it is asked again and again while the page is parsed and walked.
 */
@FunctionalInterface
public interface Deadline {

  /** For replays and tests, in which the same page must fare the same on every machine. */
  Deadline NEVER = () -> false;

  /** Whether the time is over; asked often, so it must be cheap. */
  boolean isOver();
}
