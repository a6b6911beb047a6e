package io.clausestream.core.severity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How severe a change is, and why.
 *
 * @param severity the most severe of the provisions, or of the document as a whole
 * @param direction whom the change serves, over all provisions
 * @param categories ids of the categories touched, in the rule set's order; {@code other} alone
 *     when no rule knows them
 * @param reasons why, the decisive one first; never empty
 * @param provisions the provisions touched, in the order of the text
 * @param language ISO 639-1 code of the document's language; {@code und} when it cannot be told
 * @param effectiveDate the day from which the text applies, as it states itself
 * @param ruleSetVersion version of the rules
 */
public record Assessment(
    Severity severity,
    Direction direction,
    List<String> categories,
    List<Reason> reasons,
    List<AssessedProvision> provisions,
    String language,
    Optional<LocalDate> effectiveDate,
    String ruleSetVersion) {

  /** The category of what no rule knows. */
  public static final String OTHER = "other";

  /** Copies the lists. */
  public Assessment {
    categories = List.copyOf(categories);
    reasons = List.copyOf(reasons);
    provisions = List.copyOf(provisions);
  }

  /** The changed blocks of all provisions, in their order. */
  public List<AssessedBlock> blocks() {
    return provisions.stream().flatMap(provision -> provision.blocks().stream()).toList();
  }

  /** Whether a provision says that it applies to what was collected before. */
  public boolean isRetroactive() {
    return provisions.stream().anyMatch(AssessedProvision::retroactive);
  }
}
