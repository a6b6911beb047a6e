package io.clausestream.connector.history;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which captures of an archive are read.
 *
 * @param platforms names of the platforms; empty: all
 * @param until the last fetchedAt that is read (inclusive); null: to the end
 */
public record CaptureFilter(Set<String> platforms, @Nullable Instant until) {

  /** Every capture. */
  public static final CaptureFilter ALL = new CaptureFilter(Set.of(), null);

  /** Copies the platforms. */
  public CaptureFilter {
    platforms = Set.copyOf(platforms);
  }

  /** The same filter for these platforms only; empty: all. */
  public CaptureFilter withPlatforms(Set<String> names) {
    return new CaptureFilter(names, until);
  }

  /** The same filter for captures up to this time (inclusive); null: to the end. */
  public CaptureFilter withUntil(@Nullable Instant last) {
    return new CaptureFilter(platforms, last);
  }

  boolean takes(CaptureEntry entry) {
    return (platforms.isEmpty() || platforms.contains(entry.document().platform()))
        && (until == null || entry.fetchedAtMillis() <= until.toEpochMilli());
  }
}
