package io.clausestream.core.provision;

import io.clausestream.core.diff.Hunk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A provision that a change touched.
 *
 * @param provisionId its stable id, 32 hexadecimal digits; empty when it is beyond the number of
 *     provisions that are followed ({@link Provisions#MAX_TRACKED})
 * @param lineage what became of it
 * @param before the clause in the version before; empty when it was added
 * @param after the clause in the version after; empty when it was removed
 * @param firstSeen when the first capture that showed it was fetched
 * @param lastChanged when the capture with its latest change, this one included, was fetched
 * @param hunks the changed blocks that are told with it, in their order: each block of a change is
 *     told with exactly one provision. Empty when its words were taken up by another provision,
 *     which tells them
 */
public record ProvisionChange(
    Optional<String> provisionId,
    Lineage lineage,
    Optional<Clause> before,
    Optional<Clause> after,
    Instant firstSeen,
    Instant lastChanged,
    List<Hunk> hunks) {

  /** Copies the list. */
  public ProvisionChange {
    hunks = List.copyOf(hunks);
  }
}
