package io.clausestream.pipeline.operator;

import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.Subscription;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A subscription in the form in which a job carries it.
 *
 * @param subscriberId id of the subscriber
 * @param platforms names of the platforms, sorted
 * @param categories ids of the categories, sorted
 * @param minimumSeverity name of the least severity
 * @param validFrom when it begins
 * @param validTo when it ends
 */
record Watch(
    String subscriberId,
    List<String> platforms,
    List<String> categories,
    String minimumSeverity,
    Instant validFrom,
    Instant validTo)
    implements Serializable {

  static Watch of(Subscription subscription) {
    return new Watch(
        subscription.subscriberId(),
        List.copyOf(new TreeSet<>(subscription.platforms())),
        List.copyOf(new TreeSet<>(subscription.categories())),
        subscription.minimumSeverity().name(),
        subscription.validFrom(),
        subscription.validTo());
  }

  Subscription toCore() {
    return new Subscription(
        subscriberId,
        Set.copyOf(platforms),
        Set.copyOf(categories),
        Severity.valueOf(minimumSeverity),
        validFrom,
        validTo);
  }
}
