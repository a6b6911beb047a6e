package io.clausestream.connector.testkit;

import org.jspecify.annotations.Nullable;

/** The embedded broker cannot start; the message names the cause and the remedy in one line. */
public final class BrokerStartException extends RuntimeException {

  private static final long serialVersionUID = 1;

  BrokerStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
