package io.clausestream.pipeline.wire;

import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.Mute;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.schema.state.MutedPlace;
import io.clausestream.schema.state.WatcherTerms;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Terms of a subscription as one platform's buckets hold them. Stateless. */
public final class WatcherMapper {

  private static final Set<String> THIS_ONE = Set.of(Interest.ALL);

  private WatcherMapper() {}

  /** What a bucket needs of a subscription. */
  public static WatcherTerms toBucket(Subscription subscription) {
    Interest interest = subscription.terms().interest();
    return WatcherTerms.newBuilder()
        .setFrom(subscription.validFrom().toEpochMilli())
        .setWatches(true)
        .setAlerts(subscription.alerts())
        .setDigest(subscription.terms().digest().wanted())
        .setDocumentTypes(sorted(interest.documentTypes()))
        .setCategories(sorted(interest.categories()))
        .setMinimumSeverity(interest.minimumSeverity().name())
        .setDirections(interest.directions().stream().map(Enum::name).sorted().toList())
        .setProvisionLevel(interest.provisionLevel())
        .setProvisionIds(sorted(interest.provisionIds()))
        .setMutes(
            interest.mutes().stream()
                .sorted(
                    Comparator.comparing(Mute::documentId)
                        .thenComparing(mute -> mute.provisionId().orElse("")))
                .map(mute -> new MutedPlace(mute.documentId(), mute.provisionId().orElse(null)))
                .toList())
        .build();
  }

  /** From an instant on the subscriber hears nothing of the platform. */
  public static WatcherTerms ended(long from) {
    return WatcherTerms.newBuilder().setFrom(from).setWatches(false).build();
  }

  /** Which changes of the bucket's platform are of interest. */
  public static Interest interest(WatcherTerms terms) {
    return new Interest(
        THIS_ONE,
        Set.copyOf(terms.getDocumentTypes()),
        Set.copyOf(terms.getCategories()),
        Severity.valueOf(terms.getMinimumSeverity()),
        terms.getDirections().stream().map(Direction::valueOf).collect(Collectors.toSet()),
        terms.getProvisionLevel(),
        Set.copyOf(terms.getProvisionIds()),
        terms.getMutes().stream()
            .map(mute -> new Mute(mute.getDocumentId(), Optional.ofNullable(mute.getProvisionId())))
            .collect(Collectors.toSet()));
  }

  private static List<String> sorted(Set<String> values) {
    return values.stream().sorted().toList();
  }
}
