package io.clausestream.core.page;

/** Why an event cannot be handled at all and becomes a dead letter. */
public enum RejectionReason {
  /** The bytes are no record of ours, or a corrupt one. */
  UNDECODABLE,
  /** The record names a schema that this version does not know. */
  UNKNOWN_SCHEMA,
  /** The record has no key, or a key that is not its platform. */
  WRONG_KEY,
  /** A required field is empty, too long, or holds control characters. */
  INVALID_FIELD,
  /** The URL is no absolute http, https or urn address. */
  INVALID_URL,
  /** The fetch time is outside what a fetch can have. */
  INVALID_TIME,
  /** The fetch is said to be good, but there is no body. */
  BODY_MISSING,
  /** The body is elsewhere and cannot be read from there. */
  BODY_LOCATION_UNRESOLVED,
  /** The body's compression is broken or ends early. */
  BODY_CORRUPT,
  /** The body is larger than a page may be. */
  BODY_TOO_LARGE,
  /** The body does not have the hash that the record states. */
  BODY_HASH_MISMATCH,
  /** The markup is nested deeper than a page may be. */
  NESTED_TOO_DEEP,
  /** The markup makes more elements, or costs more work, than a page may. */
  WORK_BUDGET,
  /** Reading the page took longer than a page may. */
  TIME_BUDGET
}
