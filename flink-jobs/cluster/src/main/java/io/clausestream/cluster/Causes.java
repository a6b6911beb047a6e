package io.clausestream.cluster;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds in a stack trace what the job itself says. */
final class Causes {

  /** The innermost cause stands last. */
  private static final Pattern CAUSE =
      Pattern.compile("(?m)^(?:Caused by: )?[\\w$]+(?:\\.[\\w$]+)+: (.+)$");

  private Causes() {}

  /** The message of the innermost cause; empty when there is none. */
  static Optional<String> innermost(String stackTrace) {
    return CAUSE
        .matcher(stackTrace)
        .results()
        .reduce((first, second) -> second)
        .map(cause -> cause.group(1));
  }
}
