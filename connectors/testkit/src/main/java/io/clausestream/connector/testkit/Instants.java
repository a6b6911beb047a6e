package io.clausestream.connector.testkit;

import java.time.Instant;

/** Instants with names, in one week of January 2026, UTC; no test reads the clock. */
public final class Instants {

  public static final Instant MONDAY_0600 = Instant.parse("2026-01-05T06:00:00Z");
  public static final Instant MONDAY_0700 = Instant.parse("2026-01-05T07:00:00Z");
  public static final Instant MONDAY_1200 = Instant.parse("2026-01-05T12:00:00Z");
  public static final Instant MONDAY_1800 = Instant.parse("2026-01-05T18:00:00Z");
  public static final Instant TUESDAY_0600 = Instant.parse("2026-01-06T06:00:00Z");
  public static final Instant TUESDAY_1800 = Instant.parse("2026-01-06T18:00:00Z");
  public static final Instant WEDNESDAY_0600 = Instant.parse("2026-01-07T06:00:00Z");
  public static final Instant THURSDAY_0600 = Instant.parse("2026-01-08T06:00:00Z");
  public static final Instant FRIDAY_0600 = Instant.parse("2026-01-09T06:00:00Z");
  public static final Instant SATURDAY_0600 = Instant.parse("2026-01-10T06:00:00Z");
  public static final Instant SUNDAY_0600 = Instant.parse("2026-01-11T06:00:00Z");
  public static final Instant NEXT_MONDAY_0600 = Instant.parse("2026-01-12T06:00:00Z");

  private Instants() {}
}
