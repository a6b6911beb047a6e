package io.clausestream.core.subscription;

import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.ChangeFacts.ProvisionFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which changes a subscriber wants to hear of. All conditions must be met.
 *
 * @param platforms names of the platforms watched; {@value #ALL} stands for all
 * @param documentTypes types of the documents; empty for all
 * @param categories category ids; empty for all
 * @param minimumSeverity the least severity
 * @param directions directions; empty for all
 * @param provisionLevel whether categories, severity and direction must be met by one and the same
 *     provision, instead of by the change as a whole
 * @param provisionIds ids of provisions, one of which must be touched; empty for all
 * @param mutes what is not to be told
 */
public record Interest(
    Set<String> platforms,
    Set<String> documentTypes,
    Set<String> categories,
    Severity minimumSeverity,
    Set<Direction> directions,
    boolean provisionLevel,
    Set<String> provisionIds,
    Set<Mute> mutes) {

  /** Stands for all platforms. */
  public static final String ALL = "*";

  /** Copies the sets. */
  public Interest {
    platforms = Set.copyOf(platforms);
    documentTypes = Set.copyOf(documentTypes);
    categories = Set.copyOf(categories);
    directions = Set.copyOf(directions);
    provisionIds = Set.copyOf(provisionIds);
    mutes = Set.copyOf(mutes);
  }

  /** All changes of these platforms. */
  public static Interest in(Set<String> platforms) {
    return new Interest(
        platforms, Set.of(), Set.of(), Severity.LOW, Set.of(), false, Set.of(), Set.of());
  }

  /** Whether it wants to hear of a change. */
  public boolean wants(ChangeFacts change) {
    if (!watches(change.platform())
        || !allows(documentTypes, change.documentType())
        || isMuted(change.documentId(), Optional.empty())) {
      return false;
    }
    List<ProvisionFacts> heard = heard(change);
    return touches(heard)
        && (provisionLevel
            ? heard.stream().anyMatch(p -> meets(p.severity(), p.direction(), p.categories()))
            : meets(change.severity(), change.direction(), change.categories()))
        && (change.provisions().isEmpty() || !heard.isEmpty());
  }

  /** Whether it watches a platform. */
  public boolean watches(String platform) {
    return platforms.contains(ALL) || platforms.contains(platform);
  }

  private boolean meets(Severity severity, Direction direction, List<String> touched) {
    return severity.compareTo(minimumSeverity) >= 0
        && allows(directions, direction)
        && (categories.isEmpty() || touched.stream().anyMatch(categories::contains));
  }

  private boolean touches(List<ProvisionFacts> heard) {
    return provisionIds.isEmpty()
        || heard.stream().anyMatch(p -> p.provisionId().filter(provisionIds::contains).isPresent());
  }

  private List<ProvisionFacts> heard(ChangeFacts change) {
    return change.provisions().stream()
        .filter(p -> p.provisionId().isEmpty() || !isMuted(change.documentId(), p.provisionId()))
        .toList();
  }

  private boolean isMuted(String documentId, Optional<String> provisionId) {
    return mutes.contains(new Mute(documentId, provisionId));
  }

  private static <T> boolean allows(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
