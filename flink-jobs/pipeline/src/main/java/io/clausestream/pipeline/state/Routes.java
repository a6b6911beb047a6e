package io.clausestream.pipeline.state;

import io.clausestream.schema.Subscription;
import java.util.Set;

/**
 * Which terms of a subscriber came last, and where they went.
 *
 * @param partition partition of the request of the terms
 * @param offset offset of the request
 * @param admittedAt when the request was recorded, epoch milliseconds
 * @param platforms whose buckets the subscriber ever went to; each change is told in one of them
 */
public record Routes(int partition, long offset, long admittedAt, Set<String> platforms) {

  /** The routes of terms. */
  public static Routes of(Subscription terms, Set<String> platforms) {
    return new Routes(
        terms.getPartition(), terms.getOffset(), terms.getAdmittedAt().toEpochMilli(), platforms);
  }

  /** Copies the set. */
  public Routes {
    platforms = Set.copyOf(platforms);
  }

  /** Whether terms are newer than these, and not read again. */
  public boolean isBefore(Subscription terms) {
    return terms.getPartition() == partition
        ? terms.getOffset() > offset
        : terms.getAdmittedAt().toEpochMilli() > admittedAt;
  }
}
