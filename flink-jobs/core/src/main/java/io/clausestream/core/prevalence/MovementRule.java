package io.clausestream.core.prevalence;

import java.time.Duration;

/**
 * When moves of several platforms are a movement.
 *
 * @param platforms so many platforms at least; 2 or more
 * @param window within so long, counted back from the end of the day; a day or longer
 */
public record MovementRule(int platforms, Duration window) {

  /** The fewest platforms that make a movement. */
  public static final int FEWEST = 2;

  /** The shortest window. */
  public static final Duration SHORTEST = Duration.ofDays(1);

  /** The longest window. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** Three platforms within 30 days. It stands behind the limits that check it. */
  public static final MovementRule DEFAULT = new MovementRule(3, Duration.ofDays(30));

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException in one line, if one is out of its range
   */
  public MovementRule {
    if (platforms < FEWEST) {
      throw new IllegalArgumentException("must be 2 or more platforms, but is " + platforms);
    }
    if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("must be 1 to 366 days, but is " + window);
    }
  }
}
