package io.clausestream.pipeline.state;

import io.clausestream.core.digest.SeverityCounts;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.DigestTime;
import io.clausestream.core.subscription.Timeline;
import java.time.Instant;

/**
 * By which clock a subscriber's weeks end, and how far they are told.
 *
 * @param closed end of the last week that was cut; {@link Instant#MIN} when none was
 * @param clocks by which clock, from when on
 * @param waiting how many matches wait
 * @param unlisted how many more there were
 */
public record DigestProgress(
    Instant closed, Timeline<DigestTime> clocks, int waiting, SeverityCounts unlisted) {

  /** Nothing is known. */
  public static final DigestProgress NONE =
      new DigestProgress(Instant.MIN, Timeline.empty(), 0, SeverityCounts.NONE);

  /** The same with a clock from an instant on. */
  public DigestProgress with(Instant from, DigestTime clock) {
    return new DigestProgress(closed, clocks.then(from, clock), waiting, unlisted);
  }

  /** The same and one more match waits. */
  public DigestProgress andOne() {
    return new DigestProgress(closed, clocks, waiting + 1, unlisted);
  }

  /** The same and there was one more match, which does not wait. */
  public DigestProgress andUnlisted(Severity severity) {
    return new DigestProgress(closed, clocks, waiting, unlisted.and(severity));
  }

  /** The same once a week was cut; clocks that were replaced before it are forgotten. */
  public DigestProgress cut(Instant until, int left) {
    return new DigestProgress(
        until, clocks.withoutReplacedAt(until.minusMillis(1)), left, SeverityCounts.NONE);
  }
}
