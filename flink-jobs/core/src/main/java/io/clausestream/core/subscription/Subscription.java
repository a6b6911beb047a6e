package io.clausestream.core.subscription;

import io.clausestream.core.severity.PageChange;
import io.clausestream.core.severity.Severity;
import java.util.List;
import java.util.Set;

/**
 * Who watches what.
 *
 * @param subscriberId id of the subscriber
 * @param platforms names of the platforms watched; {@value #ALL} stands for all
 * @param categories category ids of interest; empty for all
 * @param minimumSeverity the least severity of interest
 */
public record Subscription(
    String subscriberId, Set<String> platforms, Set<String> categories, Severity minimumSeverity) {

  /** Stands for all platforms. */
  public static final String ALL = "*";

  /** Copies the sets. */
  public Subscription {
    platforms = Set.copyOf(platforms);
    categories = Set.copyOf(categories);
  }

  /** Whether the subscriber wants to hear of a change. */
  public boolean matches(PageChange change) {
    return matches(
        change.ref().platform(), change.assessment().severity(), change.assessment().categories());
  }

  /** Whether the subscriber wants to hear of a change with these facts. */
  public boolean matches(String platform, Severity severity, List<String> touched) {
    return watches(platform)
        && severity.compareTo(minimumSeverity) >= 0
        && (categories.isEmpty() || touched.stream().anyMatch(categories::contains));
  }

  private boolean watches(String platform) {
    return platforms.contains(ALL) || platforms.contains(platform);
  }
}
