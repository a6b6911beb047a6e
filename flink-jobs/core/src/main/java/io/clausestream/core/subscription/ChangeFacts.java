package io.clausestream.core.subscription;

import io.clausestream.core.severity.AssessedProvision;
import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.PageChange;
import io.clausestream.core.severity.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What of a change decides who hears of it.
 *
 * @param platform name of the platform
 * @param documentId id of the document
 * @param documentType type of the document
 * @param severity severity of the change
 * @param direction whom the change serves
 * @param categories ids of the categories touched
 * @param provisions the provisions touched
 */
public record ChangeFacts(
    String platform,
    String documentId,
    String documentType,
    Severity severity,
    Direction direction,
    List<String> categories,
    List<ProvisionFacts> provisions) {

  /**
   * What of a provision that a change touched decides.
   *
   * @param provisionId its id; empty when the document has more provisions than are followed
   * @param severity severity of the change of it
   * @param direction whom the change of it serves
   * @param categories ids of its categories
   */
  public record ProvisionFacts(
      Optional<String> provisionId,
      Severity severity,
      Direction direction,
      List<String> categories) {

    /** Copies the list. */
    public ProvisionFacts {
      categories = List.copyOf(categories);
    }

    private static ProvisionFacts of(AssessedProvision provision) {
      return new ProvisionFacts(
          provision.change().provisionId(),
          provision.severity(),
          provision.direction(),
          provision.categories());
    }
  }

  /** Copies the lists. */
  public ChangeFacts {
    categories = List.copyOf(categories);
    provisions = List.copyOf(provisions);
  }

  /** The facts of a change. */
  public static ChangeFacts of(PageChange change) {
    return new ChangeFacts(
        change.ref().platform(),
        change.ref().documentId(),
        change.ref().documentType(),
        change.assessment().severity(),
        change.assessment().direction(),
        change.assessment().categories(),
        change.assessment().provisions().stream().map(ProvisionFacts::of).toList());
  }
}
