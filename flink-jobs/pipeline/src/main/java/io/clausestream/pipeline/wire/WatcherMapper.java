package io.clausestream.pipeline.wire;

import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.ChangeFacts;
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

  private static final Set<String> WHOSE_BUCKET_IT_IS = Set.of(Interest.ALL);

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

  /**
   * What a bucket of those who watch all needs of a subscription.
   *
   * @param platforms only changes of these; empty for all
   * @param elsewhere platforms whose own bucket tells the subscriber
   */
  public static WatcherTerms toBucketOfAll(
      Subscription subscription, Set<String> platforms, Set<String> elsewhere) {
    WatcherTerms terms = toBucket(subscription);
    terms.setPlatforms(sorted(platforms));
    terms.setElsewhere(sorted(elsewhere));
    return terms;
  }

  /** From an instant on the subscriber hears nothing of the platform. */
  public static WatcherTerms ended(long from) {
    return WatcherTerms.newBuilder().setFrom(from).setWatches(false).build();
  }

  /** Whether a subscriber wants to hear of a change that came to the bucket. */
  public static boolean wants(WatcherTerms terms, ChangeFacts change) {
    return !terms.getElsewhere().contains(change.platform()) && interest(terms).wants(change);
  }

  /** Which changes that come to the bucket are of interest. */
  private static Interest interest(WatcherTerms terms) {
    return new Interest(
        terms.getPlatforms().isEmpty() ? WHOSE_BUCKET_IT_IS : Set.copyOf(terms.getPlatforms()),
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
