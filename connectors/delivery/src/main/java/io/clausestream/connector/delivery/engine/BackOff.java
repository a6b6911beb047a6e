package io.clausestream.connector.delivery.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Exponential back-off with full jitter. For one thread, as its random numbers are. */
final class BackOff {

  /** Beyond so many doublings every wait is the longest one. */
  private static final int MOST_DOUBLINGS = 40;

  private final RetryPolicy policy;
  private final RandomGenerator random;

  BackOff(RetryPolicy policy, RandomGenerator random) {
    this.policy = policy;
    this.random = random;
  }

  /**
   * How long to wait after an attempt: anything up to {@code first * 2^(attempts-1)}, so that what
   * failed together does not come back together; not less than the other side asked for.
   *
   * @param attempts how many there were, at least 1
   */
  Duration after(int attempts, Optional<Duration> retryAfter) {
    Duration own = Duration.ofMillis(random.nextLong(bound(attempts).toMillis() + 1));
    Duration asked = retryAfter.map(d -> shorter(d, policy.longestAsked())).orElse(Duration.ZERO);
    return own.compareTo(asked) > 0 ? own : asked;
  }

  private Duration bound(int attempts) {
    int doublings = Math.min(MOST_DOUBLINGS, attempts - 1);
    double millis = policy.first().toMillis() * Math.pow(2, doublings);
    return millis < policy.longest().toMillis()
        ? Duration.ofMillis((long) millis)
        : policy.longest();
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
