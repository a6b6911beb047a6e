package io.clausestream.core.severity;

import io.clausestream.core.provision.ProvisionChange;
import java.util.List;

/**
 * A provision that a change touched, with what the rules say of it.
 *
 * @param change the provision before and after, and its lineage
 * @param severity the most severe of what it does
 * @param direction whom the change of it serves
 * @param categories ids of its categories, in the rule set's order; {@code other} alone when no
 *     rule knows them
 * @param reasons why, the decisive one first; never empty
 * @param quantities numbers that it states otherwise than before
 * @param authorities ids of the authorities and laws that it names as it stands
 * @param retroactive whether a changed block of it says that it applies to what was collected
 *     before
 * @param blocks its changed blocks
 */
public record AssessedProvision(
    ProvisionChange change,
    Severity severity,
    Direction direction,
    List<String> categories,
    List<Reason> reasons,
    List<QuantityChange> quantities,
    List<String> authorities,
    boolean retroactive,
    List<AssessedBlock> blocks) {

  /** Copies the lists. */
  public AssessedProvision {
    categories = List.copyOf(categories);
    reasons = List.copyOf(reasons);
    quantities = List.copyOf(quantities);
    authorities = List.copyOf(authorities);
    blocks = List.copyOf(blocks);
  }
}
