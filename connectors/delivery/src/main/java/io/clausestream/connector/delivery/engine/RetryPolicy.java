package io.clausestream.connector.delivery.engine;

import java.time.Duration;

/**
 * When a delivery is tried again, and until when.
 *
 * @param first longest wait after the first attempt; it doubles with each further one
 * @param longest longest wait between two attempts, but for what the other side asks for
 * @param longestAsked longest wait that the other side may ask for
 * @param maxAttempts after so many attempts it is given up
 * @param maxAge so long after the first attempt it is given up
 */
public record RetryPolicy(
    Duration first, Duration longest, Duration longestAsked, int maxAttempts, Duration maxAge) {

  /** Refuses what could never end, or never begin. */
  public RetryPolicy {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "The first wait of %s and the longest of %s do not fit: give 0 < first <= longest."
              .formatted(first, longest));
    }
    if (maxAttempts < 1 || maxAge.isNegative() || maxAge.isZero()) {
      throw new IllegalArgumentException(
          "Deliveries need at least one attempt and some time: got %d attempts and %s."
              .formatted(maxAttempts, maxAge));
    }
  }

  /** Some 40 attempts in three days. */
  public static RetryPolicy defaults() {
    return new RetryPolicy(
        Duration.ofSeconds(10), Duration.ofHours(4), Duration.ofHours(24), 40, Duration.ofDays(3));
  }
}
