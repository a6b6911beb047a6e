package io.clausestream.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that the user can put right. The message is one line that names the thing and the
 * remedy; it is printed without a stack trace.
 */
public final class UserMistake extends RuntimeException {

  private final ArrayList<String> lines = new ArrayList<>();

  /** A mistake with nothing behind it. */
  public UserMistake(String message) {
    super(message);
    lines.add(message);
  }

  /** A mistake that showed itself by an exception. */
  public UserMistake(String message, Throwable cause) {
    super(message, cause);
    lines.add(message);
  }

  /**
   * Several mistakes of one kind, told together.
   *
   * @param mistakes a line of each, the first of which is the message
   */
  public UserMistake(List<String> mistakes, Throwable cause) {
    super(mistakes.get(0), cause);
    lines.addAll(mistakes);
  }

  /** What to print, a line of each mistake; never empty. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
