package io.clausestream.connector.kafka;

import io.clausestream.connector.kafka.TopicSpec.CleanupPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every topic of the engine. */
public final class TopicCatalogue {

  /** Largest value of a page fetch, in bytes as sent; larger bodies go by location. */
  public static final int MAX_FETCH_BYTES = 8 << 20;

  /**
   * Largest value that a dead letter can carry, in bytes as received, that is after decompression:
   * a sender can hide this much in a record of {@link #MAX_FETCH_BYTES}. Of a longer one only the
   * place is told.
   */
  public static final int MAX_DEAD_LETTER_VALUE_BYTES = 32 << 20;

  /** Largest record of changes, alerts and suppressions, in bytes. */
  public static final int MAX_CHANGE_BYTES = 4 << 20;

  /** Largest request that the sinks send: the largest dead letter, before compression. */
  static final int MAX_REQUEST_BYTES = MAX_DEAD_LETTER_VALUE_BYTES + (2 << 20);

  private static final int HEADER_ROOM = 256 << 10;
  private static final int SMALL_BYTES = 1 << 20;
  private static final int INPUT_PARTITIONS = 16;
  private static final int OUTPUT_PARTITIONS = 8;
  private static final Optional<Duration> FOR_EVER = Optional.empty();
  private static final Optional<Duration> OVER_A_YEAR = Optional.of(Duration.ofDays(400));

  /** What crawlers fetched; the only input. */
  public static final TopicSpec PAGE_FETCHES =
      topic(
          "page-fetches",
          "platform",
          "FetchedPage",
          INPUT_PARTITIONS,
          Optional.of(Duration.ofDays(14)),
          MAX_FETCH_BYTES + HEADER_ROOM,
          "One fetch of one page; the archive, not this topic, is the lasting record.");

  /** Real changes. */
  public static final TopicSpec PAGE_CHANGES =
      topic(
          "page-changes",
          "platform",
          "PageChange",
          OUTPUT_PARTITIONS,
          FOR_EVER,
          MAX_CHANGE_BYTES,
          "A document changed in a way that alerts: what, where, how severe and why.");

  /** Seen and unchanged. */
  public static final TopicSpec PAGE_VERIFICATIONS =
      topic(
          "page-verifications",
          "platform",
          "PageVerification",
          OUTPUT_PARTITIONS,
          OVER_A_YEAR,
          SMALL_BYTES,
          "A document was seen and stands as it was: the heartbeat that proves non-change.");

  /** Differences that did not alert. */
  public static final TopicSpec SUPPRESSIONS =
      topic(
          "suppressions",
          "platform",
          "Suppression",
          OUTPUT_PARTITIONS,
          OVER_A_YEAR,
          MAX_CHANGE_BYTES,
          "A fetch that differed, or could not be used, and did not alert, with the reason.");

  /** Sources that went and came back. */
  public static final TopicSpec SOURCE_HEALTH =
      topic(
          "source-health",
          "platform",
          "SourceHealth",
          OUTPUT_PARTITIONS,
          OVER_A_YEAR,
          SMALL_BYTES,
          "The source of a document became unavailable, stale or moved, or recovered.");

  /** One change for one subscriber. */
  public static final TopicSpec ALERTS =
      topic(
          "alerts",
          "subscriberId",
          "Alert",
          OUTPUT_PARTITIONS,
          FOR_EVER,
          MAX_CHANGE_BYTES + HEADER_ROOM,
          "One change for one subscriber; drop repeats by alertId.");

  /** Alerts that missed the objective; the job and whoever delivers write it. */
  public static final TopicSpec LATE_ALERTS =
      topic(
          "late-alerts",
          "subscriberId",
          "LateAlert",
          OUTPUT_PARTITIONS,
          OVER_A_YEAR,
          SMALL_BYTES,
          "An alert missed the same-day objective; drop repeats by lateId.");

  /** Categories across platforms, by day. */
  public static final TopicSpec PREVALENCE =
      topic(
          "prevalence",
          "category",
          "Prevalence",
          1,
          FOR_EVER,
          SMALL_BYTES,
          "On how many platforms a category stands at the end of a UTC day, and who moved it.");

  /** What could not be handled. */
  public static final TopicSpec DEAD_LETTERS =
      topic(
          "dead-letters",
          "key of the record that failed, or its topic and partition when it had none",
          "DeadLetter",
          1,
          Optional.of(Duration.ofDays(90)),
          MAX_REQUEST_BYTES,
          "A record that could not be handled: its bytes as they came, the stage and the reason.");

  /** Dead letters that were sent again; written by whoever sends them, not by the job. */
  public static final TopicSpec REDRIVES =
      topic(
          "redrives",
          "key of the dead letter",
          "Redrive",
          1,
          OVER_A_YEAR,
          SMALL_BYTES,
          "A dead letter was sent again: which, where to and when.");

  /** Largest record of rules and requests, in bytes: a file of rules and what stands around it. */
  public static final int MAX_RULES_BYTES = 2 << 20;

  /** Versions of rule sets that people ask for; an input of the job. */
  public static final TopicSpec RULE_REQUESTS =
      topic(
          "rule-requests",
          "ruleSetId",
          "RuleRequest",
          1,
          FOR_EVER,
          MAX_RULES_BYTES,
          "Somebody asks for a version of a rule set; the job admits or refuses it.");

  /** Versions of rule sets that were admitted; only the job writes them. */
  public static final TopicSpec RULES =
      compacted(
          "rules",
          "ruleSetId@version",
          "Rule",
          1,
          Duration.ZERO,
          MAX_RULES_BYTES,
          "A version of a rule set that was admitted, with its file as it was published.");

  /** Requests that were not granted. */
  public static final TopicSpec REFUSALS =
      topic(
          "refusals",
          "key of the request",
          "Refusal",
          1,
          OVER_A_YEAR,
          MAX_RULES_BYTES,
          "A request that was not granted, and why; what was granted before stays.");

  /**
   * Terms that subscribers ask for; an input of the job. The latest of each subscriber is kept, so
   * that who is forgotten is gone from it; the lag lets a job that was away see what came between.
   */
  public static final TopicSpec SUBSCRIPTION_REQUESTS =
      compacted(
          "subscription-requests",
          "subscriberId",
          "SubscriptionRequest",
          OUTPUT_PARTITIONS,
          Duration.ofDays(7),
          SMALL_BYTES,
          "A subscriber asks for terms, or to be forgotten; the job admits or refuses it.");

  /** Terms that were admitted; only the job writes them. */
  public static final TopicSpec SUBSCRIPTIONS =
      compacted(
          "subscriptions",
          "subscriberId",
          "Subscription",
          OUTPUT_PARTITIONS,
          Duration.ZERO,
          SMALL_BYTES,
          "The terms of a subscriber that are in force.");

  /** Alerts that were wrong, as people say; an input of the job. */
  public static final TopicSpec ALERT_CORRECTIONS =
      topic(
          "alert-corrections",
          "platform",
          "AlertCorrection",
          OUTPUT_PARTITIONS,
          FOR_EVER,
          SMALL_BYTES,
          "Somebody says that a change was told wrongly; its alerts are retracted.");

  /** The changes of a week for one subscriber. */
  public static final TopicSpec DIGESTS =
      topic(
          "digests",
          "subscriberId",
          "Digest",
          OUTPUT_PARTITIONS,
          FOR_EVER,
          MAX_CHANGE_BYTES,
          "The changes of one week for one subscriber; drop repeats by digestId.");

  /** What became of alerts and digests; written by whoever delivers them, not by the job. */
  public static final TopicSpec DELIVERIES =
      topic(
          "deliveries",
          "messageId",
          "DeliveryOutcome",
          OUTPUT_PARTITIONS,
          OVER_A_YEAR,
          SMALL_BYTES,
          "An alert or digest was delivered on a channel, was given up, or is late.");

  /** Deliveries that wait to be sent again; written by whoever delivers. */
  public static final TopicSpec DELIVERY_RETRIES =
      compacted(
          "delivery-retries",
          "deliveryId",
          "DeliveryRetry",
          OUTPUT_PARTITIONS,
          Duration.ZERO,
          SMALL_BYTES,
          "A delivery that waits to be sent again.");

  private static final List<TopicSpec> ALL =
      List.of(
          PAGE_FETCHES,
          PAGE_CHANGES,
          PAGE_VERIFICATIONS,
          SUPPRESSIONS,
          SOURCE_HEALTH,
          ALERTS,
          LATE_ALERTS,
          PREVALENCE,
          DEAD_LETTERS,
          REDRIVES,
          RULE_REQUESTS,
          RULES,
          REFUSALS,
          SUBSCRIPTION_REQUESTS,
          SUBSCRIPTIONS,
          ALERT_CORRECTIONS,
          DIGESTS,
          DELIVERIES,
          DELIVERY_RETRIES);

  /** Topics that others write to. */
  private static final List<TopicSpec> NOT_OURS =
      List.of(
          PAGE_FETCHES,
          REDRIVES,
          RULE_REQUESTS,
          SUBSCRIPTION_REQUESTS,
          ALERT_CORRECTIONS,
          DELIVERIES,
          DELIVERY_RETRIES);

  private TopicCatalogue() {}

  /** All topics, in the order of the path of a page. */
  public static List<TopicSpec> all() {
    return ALL;
  }

  /** Names of the topics that the job writes to. */
  public static List<String> outputs() {
    return ALL.stream().filter(t -> !NOT_OURS.contains(t)).map(TopicSpec::name).toList();
  }

  private static TopicSpec topic(
      String name,
      String key,
      String recordType,
      int partitions,
      Optional<Duration> retention,
      int maxMessageBytes,
      String description) {
    return new TopicSpec(
        name,
        key,
        recordType,
        partitions,
        retention,
        CleanupPolicy.DELETE,
        Duration.ZERO,
        maxMessageBytes,
        description);
  }

  private static TopicSpec compacted(
      String name,
      String key,
      String recordType,
      int partitions,
      Duration minCompactionLag,
      int maxMessageBytes,
      String description) {
    return new TopicSpec(
        name,
        key,
        recordType,
        partitions,
        FOR_EVER,
        CleanupPolicy.COMPACT,
        minCompactionLag,
        maxMessageBytes,
        description);
  }
}
