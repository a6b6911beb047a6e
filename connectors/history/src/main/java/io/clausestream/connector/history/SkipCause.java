package io.clausestream.connector.history;

/** Why something in an archive is no capture. Only snapshot repositories have such things. */
public enum SkipCause {
  /** A file was deleted. Counted by file. */
  DELETION,
  /** A commit with more than one parent; what it brings is in its parents. Counted by commit. */
  MERGE,
  /** A commit that changes no file's content. Counted by commit. */
  EMPTY_COMMIT,
  /** A changed file that is not {@code Platform/Document type.html} or .pdf. Counted by file. */
  OTHER_PATH,
  /** A commit whose author date cannot be read. Counted by commit. */
  NO_DATE
}
