package io.clausestream.core.severity;

import io.clausestream.core.change.AcceptedVersion;
import io.clausestream.core.change.ChangeKind;
import io.clausestream.core.change.Finding;
import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.provision.ProvisionChange;
import java.time.Instant;
import java.util.List;

/**
 * A document changed in a way that alerts.
 *
 * @param changeId stable id of the change
 * @param assessmentId stable id of this assessment of it
 * @param ref the first fetch that holds the new text
 * @param kind what the difference is
 * @param assessment how severe it is, and why
 * @param summary title and sentences
 * @param provisions the provisions that its blocks touch; each block is told with one of them
 * @param previous the version that was in force before
 * @param current the version that is in force now
 * @param detectedAt when the change was sure, in the time of the fetches
 */
public record PageChange(
    String changeId,
    String assessmentId,
    PageRef ref,
    ChangeKind kind,
    Assessment assessment,
    ChangeSummary summary,
    List<ProvisionChange> provisions,
    AcceptedVersion previous,
    AcceptedVersion current,
    Instant detectedAt) {

  /** Copies the list. */
  public PageChange {
    provisions = List.copyOf(provisions);
  }

  /** A finding with its assessment, its ids and its summary. */
  public static PageChange of(Finding.Changed found, Assessment assessment) {
    String changeId =
        ContentId.change(
            found.ref().documentId(),
            found.previous().fingerprint().text(),
            found.current().fingerprint().text(),
            found.ref().fetchedAt(),
            found.current().canonicalVersion());
    return new PageChange(
        changeId,
        ContentId.assessment(changeId, assessment.ruleSetVersion()),
        found.ref(),
        ChangeKind.SUBSTANTIVE,
        assessment,
        ChangeSummary.of(found.ref(), assessment),
        found.provisions(),
        found.previous(),
        found.current(),
        found.detectedAt());
  }
}
