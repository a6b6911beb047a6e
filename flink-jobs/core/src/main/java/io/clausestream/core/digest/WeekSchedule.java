package io.clausestream.core.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * The ends of weeks by one clock: an hour of a day of the week in a time zone.
 *
 * <p>Where the clock leaps over that hour, the week ends as much later as it leaps; where the hour
 * comes twice, at the first. So a week has 167, 168 or 169 hours, about.
 *
 * @param zone the time zone
 * @param day the day on which a week ends
 * @param hour the hour of that day, 0 to 23
 */
public record WeekSchedule(ZoneId zone, DayOfWeek day, int hour) {

  /** The first end after an instant. */
  public Instant endAfter(Instant instant) {
    LocalDate date = date(instant).minusWeeks(1);
    while (!end(date).isAfter(instant)) {
      date = date.plusWeeks(1);
    }
    return end(date);
  }

  /** The last end before an instant. */
  public Instant endBefore(Instant instant) {
    LocalDate date = date(instant).plusWeeks(1);
    while (!end(date).isBefore(instant)) {
      date = date.minusWeeks(1);
    }
    return end(date);
  }

  private LocalDate date(Instant instant) {
    return instant.atZone(zone).toLocalDate().with(TemporalAdjusters.nextOrSame(day));
  }

  /** The rules of gaps and overlaps are those of {@link java.time.ZonedDateTime}. */
  private Instant end(LocalDate date) {
    return date.atTime(hour, 0).atZone(zone).toInstant();
  }
}
