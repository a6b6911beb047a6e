package io.clausestream.core.severity;

import java.util.List;

/** What the rules say of one changed block. */
record BlockFinding(
    AssessedBlock block, Severity severity, Direction direction, List<Reason> reasons) {

  boolean isRevisionDate() {
    return reasons.stream().anyMatch(reason -> reason.ruleId().equals(RevisionDate.RULE));
  }
}
