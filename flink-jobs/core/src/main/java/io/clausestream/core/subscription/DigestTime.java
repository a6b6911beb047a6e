package io.clausestream.core.subscription;

import java.time.DayOfWeek;
import java.time.ZoneId;

/**
 * When a subscriber's week ends.
 *
 * @param wanted whether the weekly digest is told
 * @param zone the subscriber's time zone
 * @param day day on which a week ends
 * @param hour hour of that day, 0 to 23
 */
public record DigestTime(boolean wanted, ZoneId zone, DayOfWeek day, int hour) {

  /** Monday at 8 in UTC. */
  public static final DigestTime DEFAULT =
      new DigestTime(true, ZoneId.of("UTC"), DayOfWeek.MONDAY, 8);
}
