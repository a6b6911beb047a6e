package io.clausestream.core.subscription;

import io.clausestream.core.severity.PageChange;
import io.clausestream.core.severity.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Who watches what.
 *
 * @param subscriberId id of the subscriber
 * @param platforms names of the platforms watched; {@value #ALL} stands for all
 * @param categories category ids of interest; empty for all
 * @param minimumSeverity the least severity of interest
 * @param validFrom changes detected before are not told; {@link Instant#MIN} for no beginning
 * @param validTo changes detected then or later are not told; {@link Instant#MAX} for no end
 */
public record Subscription(
    String subscriberId,
    Set<String> platforms,
    Set<String> categories,
    Severity minimumSeverity,
    Instant validFrom,
    Instant validTo) {

  /** Stands for all platforms. */
  public static final String ALL = "*";

  /** Copies the sets. */
  public Subscription {
    platforms = Set.copyOf(platforms);
    categories = Set.copyOf(categories);
  }

  /** A subscription without beginning and end. */
  public Subscription(
      String subscriberId,
      Set<String> platforms,
      Set<String> categories,
      Severity minimumSeverity) {
    this(subscriberId, platforms, categories, minimumSeverity, Instant.MIN, Instant.MAX);
  }

  /** Whether the subscriber wants to hear of a change. */
  public boolean matches(PageChange change) {
    return matches(
        change.ref().platform(),
        change.assessment().severity(),
        change.assessment().categories(),
        change.detectedAt());
  }

  /** Whether the subscriber wants to hear of a change with these facts. */
  public boolean matches(
      String platform, Severity severity, List<String> touched, Instant detectedAt) {
    return watches(platform)
        && !detectedAt.isBefore(validFrom)
        && detectedAt.isBefore(validTo)
        && severity.compareTo(minimumSeverity) >= 0
        && (categories.isEmpty() || touched.stream().anyMatch(categories::contains));
  }

  private boolean watches(String platform) {
    return platforms.contains(ALL) || platforms.contains(platform);
  }
}
