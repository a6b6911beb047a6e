package io.clausestream.schema;

import org.jspecify.annotations.Nullable;

/** Bytes that are no record of the wanted type; the message says what is wrong with them. */
public final class UndecodableRecordException extends Exception {

  /** Why bytes could not be decoded. Stable: dead letters carry the name. */
  public enum Reason {
    /** The bytes do not begin with the marker of Avro's single-object encoding. */
    NOT_SINGLE_OBJECT,
    /** The writer's schema is not known, or is that of another type of record. */
    UNKNOWN_SCHEMA,
    /** The schema is known, but the bytes behind it are no record of it. */
    CORRUPT
  }

  private final Reason reason;

  UndecodableRecordException(Reason reason, String message) {
    this(reason, message, null);
  }

  UndecodableRecordException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why the bytes could not be decoded, for programs; {@link #getMessage()} is for people. */
  public Reason reason() {
    return reason;
  }
}
