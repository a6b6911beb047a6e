package io.clausestream.core.digest;

import io.clausestream.core.severity.Severity;

/**
 * How many changes there are of each severity.
 *
 * @param lows of severity LOW
 * @param mediums of severity MEDIUM
 * @param highs of severity HIGH
 */
public record SeverityCounts(int lows, int mediums, int highs) {

  /** None. */
  public static final SeverityCounts NONE = new SeverityCounts(0, 0, 0);

  /** The same and one more. */
  public SeverityCounts and(Severity severity) {
    return switch (severity) {
      case LOW -> new SeverityCounts(lows + 1, mediums, highs);
      case MEDIUM -> new SeverityCounts(lows, mediums + 1, highs);
      case HIGH -> new SeverityCounts(lows, mediums, highs + 1);
    };
  }

  /** All of them. */
  public int total() {
    return lows + mediums + highs;
  }
}
