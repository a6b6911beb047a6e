package io.clausestream.core.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.subscription.Timeline;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeeksTest {

  private static final Duration LONGEST = Duration.ofDays(8);
  private static final long SECONDS = Duration.ofDays(60 * 365).toSeconds();

  @Test
  void weeksOfEveryTimeZoneTileTime() {
    Random random = new Random(7);
    for (String id : ZoneId.getAvailableZoneIds()) {
      WeekSchedule clock = clock(random, ZoneId.of(id));
      Instant end = clock.endAfter(instant(random));
      for (int week = 0; week < 110; week++) {
        Instant next = clock.endAfter(end);
        assertThat(Duration.between(end, next))
            .as("%s after %s", clock, end)
            .isBetween(Duration.ofDays(6), LONGEST);
        assertThat(clock.endBefore(next)).as("%s before %s", clock, next).isEqualTo(end);
        Instant within = end.plusMillis((long) (random.nextDouble() * millis(end, next)));
        assertThat(clock.endAfter(within)).as("%s after %s", clock, within).isEqualTo(next);
        end = next;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void weeksTileTimeWhenClocksAreReplacedInTheMiddle(long seed) {
    Random random = new Random(seed);
    List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    for (int run = 0; run < 200; run++) {
      Instant begin = instant(random);
      Timeline<WeekSchedule> clocks = Timeline.empty();
      Instant from = begin;
      for (int i = random.nextInt(6); i >= 0; i--) {
        clocks =
            clocks.then(from, clock(random, ZoneId.of(zones.get(random.nextInt(zones.size())))));
        from = from.plusSeconds(random.nextInt(14 * 86_400) + 1);
      }
      assertTiles(new Weeks(clocks), begin.minus(Duration.ofDays(20)), from.plus(LONGEST));
    }
  }

  private static void assertTiles(Weeks weeks, Instant from, Instant until) {
    List<Instant> ends = new ArrayList<>();
    for (Instant end = weeks.endAfter(from); end.isBefore(until); end = weeks.endAfter(end)) {
      ends.add(end);
      assertThat(weeks.isEnd(end)).as("%s at %s", weeks, end).isTrue();
      assertThat(weeks.isEnd(end.plusMillis(1)))
          .isEqualTo(weeks.endAfter(end).equals(end.plusMillis(1)));
    }
    for (int i = 1; i < ends.size(); i++) {
      assertThat(ends.get(i)).isAfter(ends.get(i - 1));
      assertThat(weeks.endBefore(ends.get(i))).as("%s", weeks).isEqualTo(ends.get(i - 1));
    }
  }

  @Test
  void whereTheClockLeapsTheWeekEndsLater() {
    WeekSchedule clock = new WeekSchedule(ZoneId.of("Europe/Berlin"), DayOfWeek.SUNDAY, 2);

    // On 29 March 2026 it is never 02:00 there: 01:59:59 CET, then 03:00 CEST.
    assertThat(clock.endAfter(Instant.parse("2026-03-28T00:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    assertThat(clock.endAfter(Instant.parse("2026-03-29T01:00:00Z")))
        .isEqualTo(Instant.parse("2026-04-05T00:00:00Z"));
  }

  @Test
  void whereAnHourComesTwiceTheWeekEndsAtTheFirst() {
    WeekSchedule clock = new WeekSchedule(ZoneId.of("Europe/Berlin"), DayOfWeek.SUNDAY, 2);

    assertThat(clock.endAfter(Instant.parse("2026-10-24T12:00:00Z")))
        .isEqualTo(Instant.parse("2026-10-25T00:00:00Z"));
    assertThat(clock.endAfter(Instant.parse("2026-10-25T00:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-01T01:00:00Z"));
  }

  @Test
  void aNewClockCutsThePresentWeekAtItsFirstEnd() {
    Instant monday = Instant.parse("2026-03-02T08:00:00Z");
    Instant wednesday = Instant.parse("2026-03-04T12:00:00Z");
    Weeks weeks =
        new Weeks(
            Timeline.<WeekSchedule>empty()
                .then(Instant.EPOCH, new WeekSchedule(ZoneId.of("UTC"), DayOfWeek.MONDAY, 8))
                .then(
                    wednesday, new WeekSchedule(ZoneId.of("Asia/Kolkata"), DayOfWeek.THURSDAY, 9)));

    Instant thursday = Instant.parse("2026-03-05T03:30:00Z");
    assertThat(weeks.endAfter(monday)).isEqualTo(thursday);
    assertThat(weeks.endBefore(thursday)).isEqualTo(monday);
    assertThat(weeks.endAfter(thursday)).isEqualTo(thursday.plus(Duration.ofDays(7)));
  }

  private static WeekSchedule clock(Random random, ZoneId zone) {
    return new WeekSchedule(zone, DayOfWeek.of(1 + random.nextInt(7)), random.nextInt(24));
  }

  private static Instant instant(Random random) {
    return Instant.ofEpochSecond((long) (random.nextDouble() * SECONDS));
  }

  private static long millis(Instant from, Instant until) {
    return Duration.between(from, until).toMillis();
  }
}
