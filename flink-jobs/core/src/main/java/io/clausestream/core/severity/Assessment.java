package io.clausestream.core.severity;

import java.util.List;

/**
 * How severe a change is, and why.
 *
 * @param severity the most severe of the blocks
 * @param direction whom the change serves, over all blocks
 * @param categories ids of the categories touched; {@code other} alone when no rule knows them
 * @param reasons why, the decisive one first; never empty
 * @param blocks the changed blocks
 * @param ruleSetVersion version of the rules
 */
public record Assessment(
    Severity severity,
    Direction direction,
    List<String> categories,
    List<Reason> reasons,
    List<AssessedBlock> blocks,
    String ruleSetVersion) {

  /** Copies the lists. */
  public Assessment {
    categories = List.copyOf(categories);
    reasons = List.copyOf(reasons);
    blocks = List.copyOf(blocks);
  }
}
