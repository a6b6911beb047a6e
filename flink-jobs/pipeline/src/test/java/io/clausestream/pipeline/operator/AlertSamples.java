package io.clausestream.pipeline.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.testkit.GivenTerms;
import io.clausestream.core.page.Sha256;
import io.clausestream.core.subscription.DigestTime;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.core.subscription.Terms;
import io.clausestream.pipeline.wire.SubscriptionMapper;
import io.clausestream.schema.AlertCorrection;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.BlockOperation;
import io.clausestream.schema.ChangeKind;
import io.clausestream.schema.Direction;
import io.clausestream.schema.Lineage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVersion;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Severity;
import io.clausestream.schema.WireCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes, terms and corrections as they come to matching. */
final class AlertSamples {

  private AlertSamples() {}

  /** An id that is made of a short name. */
  static String id(String name) {
    return Sha256.hex(name).substring(0, 32);
  }

  static PageChange change(String name, String platform, Instant detectedAt) {
    return change(name, platform, Severity.MEDIUM, detectedAt, "p-" + name, "90 days");
  }

  static PageChange change(
      String name,
      String platform,
      Severity severity,
      Instant detectedAt,
      @Nullable String provision,
      String after) {
    String provisionId = provision == null ? null : id(provision);
    return PageChange.newBuilder()
        .setChangeId(id(name))
        .setAssessmentId(id("a" + name))
        .setDocumentId(platform + "/Terms")
        .setPlatform(platform)
        .setDocumentType("Terms")
        .setUrl("https://" + platform.toLowerCase(java.util.Locale.ROOT) + ".example/terms")
        .setFetchId(id("f" + name))
        .setKind(ChangeKind.SUBSTANTIVE)
        .setSeverity(severity)
        .setDirection(Direction.ADVERSE)
        .setCategories(List.of("liability"))
        .setTitle("Terms of " + platform + ": " + name)
        .setSummary(List.of("What was 30 days is " + after + "."))
        .setReasons(List.of(new Reason("rule", "Because.")))
        .setBlocks(List.of(block(provisionId, after)))
        .setPrevious(version(1, detectedAt.minusSeconds(3600)))
        .setCurrent(version(2, detectedAt))
        .setDetectedAt(detectedAt)
        .setRuleSetVersion("1")
        .setCanonicalVersion(1)
        .setEngineVersion("0.0.0")
        .setOrigin(Origin.LIVE)
        .setProvisions(List.of(provision(provisionId, severity, detectedAt)))
        .build();
  }

  private static BlockChange block(@Nullable String provisionId, String after) {
    return BlockChange.newBuilder()
        .setOperation(BlockOperation.MODIFIED)
        .setProvisionId(provisionId)
        .setBefore("You may cancel within 30 days.")
        .setAfter("You may cancel within " + after + ".")
        .build();
  }

  private static ProvisionChange provision(
      @Nullable String provisionId, Severity severity, Instant at) {
    return ProvisionChange.newBuilder()
        .setProvisionId(provisionId)
        .setLineage(Lineage.REWORDED)
        .setSeverity(severity)
        .setDirection(Direction.ADVERSE)
        .setCategories(List.of("liability"))
        .setReasons(List.of(new Reason("rule", "Because.")))
        .setFirstSeen(at)
        .setLastChanged(at)
        .build();
  }

  private static PageVersion version(long number, Instant fetchedAt) {
    return PageVersion.newBuilder()
        .setNumber(number)
        .setTextSha256("t" + number)
        .setBodySha256("b" + number)
        .setFetchedAt(fetchedAt)
        .build();
  }

  static Subscription subscription(String subscriber, Instant validFrom, String... platforms) {
    return subscription(
        subscriber, validFrom, Terms.of("monitor", Interest.in(Set.of(platforms))), true);
  }

  static Subscription subscription(
      String subscriber, Instant validFrom, Terms terms, boolean alerts) {
    return new Subscription(subscriber, terms, alerts, validFrom);
  }

  static Terms state(Terms terms, Terms.State state) {
    return new Terms(
        terms.plan(), state, terms.interest(), terms.channels(), terms.language(), terms.digest());
  }

  static Terms digest(Terms terms, DigestTime digest) {
    return new Terms(
        terms.plan(), terms.state(), terms.interest(), terms.channels(), terms.language(), digest);
  }

  /** The record of terms that nobody asked for on a topic. */
  static io.clausestream.schema.Subscription given(Subscription subscription) {
    return GivenTerms.of(
        subscription.subscriberId(),
        SubscriptionMapper.toWire(subscription.terms()),
        subscription.alerts(),
        subscription.validFrom());
  }

  /** The record of terms of the request at an offset. */
  static KafkaRecord terms(Subscription subscription, long offset) {
    var wire = given(subscription);
    wire.setPartition(0);
    wire.setOffset(offset);
    return record(
        "subscriptions",
        subscription.subscriberId(),
        WireCodec.of(io.clausestream.schema.Subscription.class).encode(wire),
        offset,
        subscription.validFrom());
  }

  static KafkaRecord forgotten(String subscriber) {
    return record("subscriptions", subscriber, null, 1_000_000, Instant.EPOCH);
  }

  static KafkaRecord correction(
      String platform, String changeName, String reason, long offset, Instant recordedAt) {
    AlertCorrection wire =
        AlertCorrection.newBuilder()
            .setCorrectionId("correction-" + offset)
            .setPlatform(platform)
            .setChangeId(id(changeName))
            .setReason(reason)
            .setRequestedAt(recordedAt)
            .setRequestedBy("counsel")
            .build();
    return record(
        "alert-corrections",
        platform,
        WireCodec.of(AlertCorrection.class).encode(wire),
        offset,
        recordedAt);
  }

  static KafkaRecord record(
      String topic, String key, byte @Nullable [] value, long offset, Instant recordedAt) {
    return new KafkaRecord(
        topic, 0, offset, recordedAt.toEpochMilli(), key.getBytes(UTF_8), value, Map.of());
  }
}
