package io.clausestream.cli.audit;

import java.util.Set;

/**
 * What must be equal in a recorded and a replayed change, in one place: every field, but for those
 * named here. {@code flink-jobs/docs/audit.md} tells the same to people.
 */
final class FieldRules {

  /**
   * Fields that say how a record came to be, and not what the document did. {@code origin}: the
   * same capture is LIVE when it is fetched, IMPORT when it is fed, REPLAY in an audit. {@code
   * engineVersion}: another release is to find the same; that it does is what an audit shows.
   */
  static final Set<String> MAY_DIFFER = Set.of("origin", "engineVersion");

  private FieldRules() {}

  /** Whether a field of a change, named by its path, must be equal. */
  static boolean mustMatch(String path) {
    return !MAY_DIFFER.contains(path);
  }
}
