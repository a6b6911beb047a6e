package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.fingerprint.Fingerprint;
import io.clausestream.core.page.PageRef;
import java.time.Instant;
import java.util.List;

/**
 * A suspicious change that waits for the next fetch or for its deadline.
 *
 * @param ref the first fetch that holds the candidate
 * @param deadline when silence confirms it
 * @param suspicion why it waits
 * @param fingerprint hashes of that fetch
 * @param canonicalVersion version of the canonical text rules
 * @param title title of its page
 */
public record PendingChange(
    PageRef ref,
    Instant deadline,
    SuppressionReason suspicion,
    Fingerprint fingerprint,
    int canonicalVersion,
    String title) {

  /** The version that the candidate becomes, with the given number. */
  AcceptedVersion accept(long number, List<Block> candidate) {
    return new AcceptedVersion(
        number,
        fingerprint,
        ref.fetchedAt(),
        ref.contentType(),
        canonicalVersion,
        candidate.stream().mapToInt(block -> block.text().length()).sum(),
        title);
  }
}
