package io.clausestream.core.change;

import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a document and read at each of its fetches; small.
 *
 * @param clock latest handled fetch or fired deadline
 * @param lastFetchId id of the latest handled fetch
 * @param accepted the version in force
 * @param fetches how many fetches were handled
 * @param badCaptures bad captures in a row
 * @param badSince when the first of these was fetched
 * @param unavailableTold whether unavailability was told and recovery was not
 * @param lastBodyBad whether the last body that was sent did not show the document, so that "not
 *     modified" vouches for nothing
 * @param pending the suspicious change that waits
 */
public record DocumentHead(
    Instant clock,
    String lastFetchId,
    Optional<AcceptedVersion> accepted,
    long fetches,
    int badCaptures,
    Optional<Instant> badSince,
    boolean unavailableTold,
    boolean lastBodyBad,
    Optional<PendingChange> pending) {

  static final DocumentHead NEW =
      new DocumentHead(
          Instant.MIN,
          "",
          Optional.empty(),
          0,
          0,
          Optional.empty(),
          false,
          false,
          Optional.empty());

  DocumentHead handled(Instant at, String fetchId) {
    return new DocumentHead(
        at,
        fetchId,
        accepted,
        fetches + 1,
        badCaptures,
        badSince,
        unavailableTold,
        lastBodyBad,
        pending);
  }

  DocumentHead withClock(Instant at) {
    return new DocumentHead(
        at,
        lastFetchId,
        accepted,
        fetches,
        badCaptures,
        badSince,
        unavailableTold,
        lastBodyBad,
        pending);
  }

  DocumentHead withAccepted(AcceptedVersion version) {
    return new DocumentHead(
        clock,
        lastFetchId,
        Optional.of(version),
        fetches,
        badCaptures,
        badSince,
        unavailableTold,
        lastBodyBad,
        pending);
  }

  DocumentHead withPending(Optional<PendingChange> change) {
    return new DocumentHead(
        clock,
        lastFetchId,
        accepted,
        fetches,
        badCaptures,
        badSince,
        unavailableTold,
        lastBodyBad,
        change);
  }

  DocumentHead withHealth(int inRow, Optional<Instant> since, boolean told, boolean bodyBad) {
    return new DocumentHead(
        clock, lastFetchId, accepted, fetches, inRow, since, told, bodyBad, pending);
  }
}
