package io.clausestream.connector.history;

import java.io.IOException;

/** A line of a JSON Lines history is wrong; the message names the file, the line and the field. */
public final class ArchiveFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  ArchiveFormatException(String message) {
    super(message);
  }
}
