package io.clausestream.pipeline;

/**
 * The names that savepoints are read by: uids of operators and names of states. They are for ever;
 * a test compares them with a checked-in list. Names of operators are for people.
 */
public final class OperatorIds {

  /** Source of fetched pages from Kafka. */
  public static final String PAGE_FETCHES = "page-fetches";

  /** Source of fetched pages from an archive. */
  public static final String HISTORY = "history";

  /** Wraps pages of a source without Kafka records into events. */
  public static final String PAGE_EVENTS = "page-events";

  /** Stages page, canonical, fingerprint, quality. */
  public static final String CANONICALIZE = "canonicalize";

  /** Stages diff, change, severity; the operator with state. */
  public static final String DETECT_CHANGE = "detect-change";

  /** Prefix of the operators that stand in a topic's place where a run has none of it. */
  public static final String NO = "no-";

  /** Admits or refuses versions of the rules. */
  public static final String ADMIT_RULES = "admit-rules";

  /** Admits or refuses terms of subscribers. */
  public static final String ADMIT_SUBSCRIPTIONS = "admit-subscriptions";

  /** Stage subscription: sends terms to the platforms that they name. */
  public static final String ROUTE_SUBSCRIPTIONS = "route-subscriptions";

  /** Stage alert: sends changes and their corrections to the buckets of subscribers. */
  public static final String SPREAD_CHANGES = "spread-changes";

  /** Stage digest: cuts the weeks of subscribers. */
  public static final String CUT_DIGESTS = "cut-digests";

  /** Stages subscription, alert. */
  public static final String MATCH_SUBSCRIPTIONS = "match-subscriptions";

  /** Stage prevalence: counts categories across platforms, day by day. */
  public static final String COUNT_PREVALENCE = "count-prevalence";

  /** Prefix of the operators that encode a topic's records; the topic follows. */
  public static final String ENCODE = "encode-";

  /** The one sink of all topics. */
  public static final String KAFKA_OUTPUT = "kafka-output";

  /** State: per document, all that an unchanged page touches. */
  public static final String STATE_HEAD = "head";

  /** State: per document, the text in force. */
  public static final String STATE_TEXT = "text";

  /** State: per document, the text of a change that waits. */
  public static final String STATE_CANDIDATE = "candidate";

  /** State: per document, the provisions of the text in force. */
  public static final String STATE_PROVISIONS = "provisions";

  /** State: per document, the categories of the text in force. */
  public static final String STATE_CATEGORIES = "categories";

  /** State: per document, what its page is known to do. */
  public static final String STATE_MEMORY = "memory";

  /** State: per document, what its page showed last, as its siblings see it. */
  public static final String STATE_OUTLINES = "outlines";

  /** State: what is known of the platform as a whole. */
  public static final String STATE_SITE = "site";

  /** State: the deadlines of the platform. */
  public static final String STATE_AGENDA = "agenda";

  /** Broadcast state: the versions of the rules that were admitted, with their files. */
  public static final String STATE_RULES = "rules";

  /** State: per rule set, the versions that were admitted. */
  public static final String STATE_ADMITTED = "admitted";

  /** State: per subscriber, the offset of the request that was admitted last. */
  public static final String STATE_DECIDED = "decided";

  /** Side output: requests that were not granted. */
  public static final String OUT_REFUSALS = "refusals";

  /** State: per category and platform, how many documents hold it. */
  public static final String STATE_PLATFORMS = "platforms";

  /** State: per category, how much each day that has not ended brought. */
  public static final String STATE_ARRIVALS = "arrivals";

  /** State: per category, what those days brought, piece by piece. */
  public static final String STATE_NEWS = "news";

  /** State: per category, where it stood at the end of the last day. */
  public static final String STATE_TALLY = "tally";

  /** State: per subscriber, where its terms went. */
  public static final String STATE_ROUTES = "routes";

  /** State: per platform or bucket, the changes of the last days. */
  public static final String STATE_RECENT = "recent";

  /** State: per platform or bucket, how many changes those are. */
  public static final String STATE_RECENT_COUNT = "recent-count";

  /** State: per platform or bucket, when the newest of them was detected. */
  public static final String STATE_RECENT_NEWEST = "recent-newest";

  /** State: per platform or bucket, when something is over. */
  public static final String STATE_SWEEP = "sweep";

  /** State: per bucket and subscriber, what it wants to hear of and what it was told. */
  public static final String STATE_WATCHERS = "watchers";

  /** State: per subscriber, how far its weeks are told. */
  public static final String STATE_WEEK = "week";

  /** State: per subscriber, the changes that wait for the end of a week. */
  public static final String STATE_MATCHES = "matches";

  /** Side output: when subscribers' weeks end. */
  public static final String OUT_DIGEST_TERMS = "digest-terms";

  /** Side output: changes that subscribers are told of. */
  public static final String OUT_DIGEST_NEWS = "digest-news";

  /** Side output: alerts that missed the objective. */
  public static final String OUT_LATE_ALERTS = "late-alerts";

  /** Side output: what could not be handled. */
  public static final String OUT_DEAD_LETTERS = "dead-letters";

  /** Side output: seen and unchanged. */
  public static final String OUT_VERIFICATIONS = "verifications";

  /** Side output: differences that do not alert. */
  public static final String OUT_SUPPRESSIONS = "suppressions";

  /** Side output: health of sources. */
  public static final String OUT_HEALTH = "health";

  /** Side output: what still waits when a bounded input ends. */
  public static final String OUT_PENDING = "pending";

  /** Side output: what counts across platforms. */
  public static final String OUT_CATEGORY_NEWS = "category-news";

  private OperatorIds() {}
}
