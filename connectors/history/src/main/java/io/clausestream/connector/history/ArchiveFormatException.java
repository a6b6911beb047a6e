package io.clausestream.connector.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a JSON Lines history are wrong. The message is about the first of them; {@link #lines()}
 * has one of each, naming file, line, field and remedy.
 */
public final class ArchiveFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  private final ArrayList<String> lines;

  ArchiveFormatException(String message) {
    this(List.of(message));
  }

  ArchiveFormatException(List<String> lines) {
    super(lines.get(0));
    this.lines = new ArrayList<>(lines);
  }

  /** What is wrong, a sentence or two of each line in the order of the file; never empty. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
