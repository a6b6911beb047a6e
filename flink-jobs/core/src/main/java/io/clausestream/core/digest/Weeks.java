package io.clausestream.core.digest;

import io.clausestream.core.subscription.Timeline;
import io.clausestream.core.subscription.Timeline.Since;
import java.time.Instant;
import java.util.List;

/**
 * The weeks of a subscriber. A week ends where the next begins, so there is no gap and no overlap;
 * when the clock changes, the present week ends at the first end by the new one.
 *
 * <p>The first clock counts from the beginning of time. At the very instant at which a clock is
 * replaced a week still ends by it.
 *
 * @param clocks by which clock weeks end, from when on; not empty
 */
public record Weeks(Timeline<WeekSchedule> clocks) {

  /** Checks that there is a clock. */
  public Weeks {
    if (clocks.entries().isEmpty()) {
      throw new IllegalArgumentException("A week needs a clock by which it ends.");
    }
  }

  /** The end of the week that holds an instant. */
  public Instant endAfter(Instant instant) {
    List<Since<WeekSchedule>> entries = clocks.entries();
    Instant from = instant;
    for (int i = 0; i + 1 < entries.size(); i++) {
      Instant replaced = entries.get(i + 1).from();
      if (replaced.isAfter(from)) {
        Instant end = entries.get(i).value().endAfter(from);
        if (!end.isAfter(replaced)) {
          return end;
        }
        from = replaced;
      }
    }
    return entries.get(entries.size() - 1).value().endAfter(from);
  }

  /** The begin of the week that ends at an instant: the last end before it. */
  public Instant endBefore(Instant instant) {
    List<Since<WeekSchedule>> entries = clocks.entries();
    Instant until = instant;
    for (int i = entries.size() - 1; i > 0; i--) {
      Instant began = entries.get(i).from();
      if (began.isBefore(until)) {
        Instant end = entries.get(i).value().endBefore(until);
        if (end.isAfter(began)) {
          return end;
        }
        until = began.plusMillis(1);
      }
    }
    return entries.get(0).value().endBefore(until);
  }

  /** Whether a week ends at an instant. */
  public boolean isEnd(Instant instant) {
    return endAfter(instant.minusMillis(1)).equals(instant);
  }
}
