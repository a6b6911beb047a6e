package io.clausestream.pipeline.state;

import java.time.Instant;

/** Instants as epoch milliseconds; the ends of time stand for all that lies beyond them. */
final class Millis {

  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private Millis() {}

  static long of(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return Long.MIN_VALUE;
    }
    return instant.isAfter(LAST) ? Long.MAX_VALUE : instant.toEpochMilli();
  }

  static Instant toInstant(long millis) {
    if (millis == Long.MIN_VALUE) {
      return Instant.MIN;
    }
    return millis == Long.MAX_VALUE ? Instant.MAX : Instant.ofEpochMilli(millis);
  }
}
