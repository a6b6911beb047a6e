package io.clausestream.connector.history;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The path that was given holds no history that can be read; the one-line message names the path
 * and the remedy.
 */
public final class NotAnArchiveException extends IOException {

  private static final long serialVersionUID = 1L;

  NotAnArchiveException(String message) {
    super(message);
  }

  NotAnArchiveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
