package io.clausestream.core.severity;

import java.util.List;

/** What the rules say of one changed block. */
record BlockFinding(
    AssessedBlock block, Severity severity, Direction direction, List<Reason> reasons) {

  /** Id of the rule for a change of nothing but the date of the revision. */
  static final String REVISION_DATE = "date.revision";

  boolean isRevisionDate() {
    return reasons.stream().anyMatch(reason -> reason.ruleId().equals(REVISION_DATE));
  }
}
