package io.clausestream.connector.delivery.engine;

import io.clausestream.schema.Alert;
import io.clausestream.schema.ChangeKind;
import io.clausestream.schema.ChannelKind;
import io.clausestream.schema.Digest;
import io.clausestream.schema.DigestEntry;
import io.clausestream.schema.Direction;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVersion;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Severity;
import io.clausestream.schema.Subscription;
import io.clausestream.schema.SubscriptionChannel;
import io.clausestream.schema.SubscriptionState;
import io.clausestream.schema.SubscriptionTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Alerts, digests and subscriptions that are small and whole. */
final class Samples {

  private Samples() {}

  static SubscriptionChannel webhook(String target) {
    return channel(ChannelKind.WEBHOOK, target);
  }

  static SubscriptionChannel channel(ChannelKind kind, String target) {
    return SubscriptionChannel.newBuilder().setKind(kind).setTarget(target).build();
  }

  static Subscription subscription(String id, long offset, SubscriptionChannel... channels) {
    return subscription(id, offset, SubscriptionState.ACTIVE, channels);
  }

  static Subscription subscription(
      String id, long offset, SubscriptionState state, SubscriptionChannel... channels) {
    SubscriptionTerms terms =
        SubscriptionTerms.newBuilder()
            .setPlan("monitor")
            .setState(state)
            .setPlatforms(List.of("Marrowby"))
            .setChannels(List.of(channels))
            .setLanguage("de")
            .setTimeZone("Europe/Berlin")
            .build();
    return Subscription.newBuilder()
        .setSubscriberId(id)
        .setTerms(terms)
        .setAlerts(true)
        .setValidFrom(Instant.EPOCH)
        .setRequestId("r" + offset)
        .setAdmittedAt(Instant.EPOCH)
        .setPartition(0)
        .setOffset(offset)
        .setEngineVersion("test")
        .build();
  }

  static Alert alert(String alertId, String subscriberId, Instant fetchedAt) {
    return Alert.newBuilder()
        .setAlertId(alertId)
        .setSubscriberId(subscriberId)
        .setSeverity(Severity.HIGH)
        .setAlertedAt(fetchedAt)
        .setChange(change(fetchedAt))
        .build();
  }

  static Digest digest(String digestId, String subscriberId, Instant until) {
    return Digest.newBuilder()
        .setDigestId(digestId)
        .setSubscriberId(subscriberId)
        .setFrom(until.minus(Duration.ofDays(7)))
        .setUntil(until)
        .setTimeZone("Europe/Berlin")
        .setEntries(List.of(entry(until)))
        .setEngineVersion("test")
        .build();
  }

  private static DigestEntry entry(Instant at) {
    return DigestEntry.newBuilder()
        .setChangeId("c")
        .setAlertId("a")
        .setPlatform("Marrowby")
        .setDocumentId("Marrowby/Terms")
        .setDocumentType("Terms")
        .setUrl("https://marrowby.example/terms")
        .setSeverity(Severity.MEDIUM)
        .setDirection(Direction.ADVERSE)
        .setTitle("Liability is less")
        .setFetchedAt(at)
        .setDetectedAt(at)
        .build();
  }

  private static PageChange change(Instant at) {
    return PageChange.newBuilder()
        .setChangeId("c")
        .setAssessmentId("a")
        .setDocumentId("Marrowby/Terms")
        .setPlatform("Marrowby")
        .setDocumentType("Terms")
        .setUrl("https://marrowby.example/terms")
        .setFetchId("f")
        .setKind(ChangeKind.SUBSTANTIVE)
        .setSeverity(Severity.HIGH)
        .setDirection(Direction.ADVERSE)
        .setCategories(List.of("liability"))
        .setTitle("Liability is less")
        .setSummary(List.of("Less."))
        .setReasons(List.of(new Reason("rule", "Because.")))
        .setBlocks(List.of())
        .setBlocksOmitted(0)
        .setPrevious(version(1, at))
        .setCurrent(version(2, at))
        .setDetectedAt(at)
        .setRuleSetVersion("1")
        .setCanonicalVersion(1)
        .setEngineVersion("test")
        .setOrigin(Origin.LIVE)
        .build();
  }

  private static PageVersion version(long number, Instant at) {
    return PageVersion.newBuilder()
        .setNumber(number)
        .setTextSha256("t")
        .setBodySha256("b")
        .setFetchedAt(at)
        .setContentType("text/html")
        .build();
  }
}
