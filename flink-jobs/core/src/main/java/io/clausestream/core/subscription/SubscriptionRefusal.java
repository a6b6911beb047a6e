package io.clausestream.core.subscription;

import java.util.Locale;

/**
 * Why terms were refused. What was admitted before stays in force.
 *
 * @param reason code of the reason
 * @param detail the reason in one sentence, with the value and the remedy; where somebody is told
 *     is not repeated in it, as refusals outlive the subscriber
 */
public record SubscriptionRefusal(Reason reason, String detail) {

  /** A refusal whose detail is a format. */
  static SubscriptionRefusal of(Reason reason, String detail, Object... values) {
    return new SubscriptionRefusal(reason, String.format(Locale.ROOT, detail, values));
  }

  /** Codes of reasons; they are part of the contract of the topic. */
  public enum Reason {
    /** The subscriber's id cannot be one. */
    SUBSCRIBER_ID,
    /** The key of the record is not the subscriber's id. */
    REQUEST_DIFFERS,
    /** The request is larger than a subscription can be. */
    TOO_LARGE,
    /** A newer request of the subscriber was decided before. */
    OUT_OF_ORDER,
    /** A value is none that this release knows. */
    UNKNOWN_VALUE,
    /** There is no such plan. */
    UNKNOWN_PLAN,
    /** A list is longer than any may be. */
    LIST_TOO_LONG,
    /** A name is empty, too long or holds control characters. */
    NAME,
    /** No platform is named. */
    NO_PLATFORM,
    /** More platforms than the plan has. */
    PLATFORM_LIMIT,
    /** All platforms, in a plan with a limit or beside others. */
    ALL_PLATFORMS,
    /** There is no such category. */
    UNKNOWN_CATEGORY,
    /** The plan has no filters by provision. */
    PROVISION_FILTERS,
    /** The plan has no channels of that kind. */
    CHANNEL_KIND,
    /** The target of a channel cannot be one. */
    CHANNEL_TARGET,
    /** The name of a channel's secret is missing, wrong, or not needed. */
    CHANNEL_SECRET,
    /** The language is no BCP 47 tag. */
    LANGUAGE,
    /** The time zone is not in the tz database. */
    TIME_ZONE,
    /** The plan has no digest, or its day or hour is none. */
    DIGEST,
    /** The terms would be in force from an instant too far away. */
    VALID_FROM
  }
}
