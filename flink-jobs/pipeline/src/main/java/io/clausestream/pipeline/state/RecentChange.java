package io.clausestream.pipeline.state;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of the last days.
 *
 * @param detectedAt when it was sure
 * @param corrected whether it was told wrongly
 * @param facts ids of its facts
 * @param change its record, packed; null when it is not needed any more
 */
@SuppressWarnings("ArrayRecordComponent")
public record RecentChange(
    Instant detectedAt, boolean corrected, Set<String> facts, byte @Nullable [] change) {

  /** Copies the set. */
  public RecentChange {
    facts = Set.copyOf(facts);
  }

  /** The same without its record. */
  public RecentChange withoutRecord() {
    return new RecentChange(detectedAt, corrected, facts, null);
  }

  /** The same once it was corrected. */
  public RecentChange asCorrected() {
    return new RecentChange(detectedAt, true, facts, null);
  }
}
