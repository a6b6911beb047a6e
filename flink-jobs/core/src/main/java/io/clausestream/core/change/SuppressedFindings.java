package io.clausestream.core.change;

import io.clausestream.core.diff.Hunk;
import io.clausestream.core.page.PageRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the findings on fetches that do not alert. */
final class SuppressedFindings {

  private SuppressedFindings() {}

  /** A candidate that does not become a version. */
  static Finding candidate(
      PendingChange pending, DocumentHead head, SuppressionReason reason, Instant at) {
    return new Finding.Suppressed(
        pending.ref(),
        Finding.Suppressed.Cause.SUPPRESSED,
        Optional.of(reason.kind()),
        reason.name(),
        pending.suspicion() + ": not seen again",
        List.of(),
        head.accepted().map(version -> version.fingerprint().text()),
        Optional.of(pending.fingerprint().text()),
        Optional.of(pending.fingerprint().body()),
        at);
  }

  /** A fetch that was handled before, or comes too late. */
  static Finding dropped(
      CanonicalFetch fetch, DocumentHead head, Finding.Suppressed.Cause cause, String detail) {
    return of(fetch, head, cause, Optional.empty(), cause.name(), detail, List.of());
  }

  /** A capture that does not show the document. */
  static Finding badCapture(CanonicalFetch fetch, DocumentHead head, String reason, String detail) {
    return of(
        fetch,
        head,
        Finding.Suppressed.Cause.BAD_CAPTURE,
        Optional.of(ChangeKind.AVAILABILITY),
        reason,
        detail,
        List.of());
  }

  /** A text that becomes the version in force without an alert. */
  static Finding quiet(
      PageRef ref,
      AcceptedVersion previous,
      AcceptedVersion current,
      SuppressionReason reason,
      String detail,
      List<Hunk> hunks,
      Instant at) {
    return new Finding.Suppressed(
        ref,
        Finding.Suppressed.Cause.SUPPRESSED,
        Optional.of(reason.kind()),
        reason.name(),
        detail,
        hunks,
        Optional.of(previous.fingerprint().text()),
        Optional.of(current.fingerprint().text()),
        Optional.of(current.fingerprint().body()),
        at);
  }

  /** A difference that does not alert. */
  static Finding of(
      CanonicalFetch fetch,
      DocumentHead head,
      SuppressionReason reason,
      String detail,
      List<Hunk> hunks) {
    return of(
        fetch,
        head,
        Finding.Suppressed.Cause.SUPPRESSED,
        Optional.of(reason.kind()),
        reason.name(),
        detail,
        hunks);
  }

  private static Finding of(
      CanonicalFetch fetch,
      DocumentHead head,
      Finding.Suppressed.Cause cause,
      Optional<ChangeKind> kind,
      String reason,
      String detail,
      List<Hunk> hunks) {
    return new Finding.Suppressed(
        fetch.ref(),
        cause,
        kind,
        reason,
        detail,
        hunks,
        head.accepted().map(version -> version.fingerprint().text()),
        fetch.page().blocks().isEmpty()
            ? Optional.empty()
            : Optional.of(fetch.fingerprint().text()),
        fetch.notModified() ? Optional.empty() : Optional.of(fetch.fingerprint().body()),
        fetch.ref().fetchedAt());
  }
}
