package io.clausestream.cli;

/**
 * Something that the user can put right. The message is one line that names the thing and the
 * remedy; it is printed without a stack trace.
 */
public final class UserMistake extends RuntimeException {

  /** A mistake with nothing behind it. */
  public UserMistake(String message) {
    super(message);
  }

  /** A mistake that showed itself by an exception. */
  public UserMistake(String message, Throwable cause) {
    super(message, cause);
  }
}
