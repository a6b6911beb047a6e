package io.clausestream.pipeline.operator;

import io.clausestream.pipeline.OperatorIds;
import io.clausestream.pipeline.wire.CategoryNews;
import io.clausestream.pipeline.wire.DigestNews;
import io.clausestream.pipeline.wire.DigestTerms;
import io.clausestream.pipeline.wire.PendingFetch;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.LateAlert;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.SourceHealth;
import io.clausestream.schema.Suppression;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** The operators' side outputs. */
public final class SideOutputs {

  /** What could not be handled. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      tag(OperatorIds.OUT_DEAD_LETTERS, DeadLetter.class);

  /** Seen and unchanged, or for the first time. */
  public static final OutputTag<PageVerification> VERIFICATIONS =
      tag(OperatorIds.OUT_VERIFICATIONS, PageVerification.class);

  /** Differences that do not alert. */
  public static final OutputTag<Suppression> SUPPRESSIONS =
      tag(OperatorIds.OUT_SUPPRESSIONS, Suppression.class);

  /** Sources that went and came back. */
  public static final OutputTag<SourceHealth> HEALTH =
      tag(OperatorIds.OUT_HEALTH, SourceHealth.class);

  /** Requests that were not granted. */
  public static final OutputTag<Refusal> REFUSALS = tag(OperatorIds.OUT_REFUSALS, Refusal.class);

  /** What still waits when a bounded input ends. */
  public static final OutputTag<PendingFetch> PENDING =
      tag(OperatorIds.OUT_PENDING, PendingFetch.class);

  /** What counts across platforms. */
  public static final OutputTag<CategoryNews> CATEGORY_NEWS =
      tag(OperatorIds.OUT_CATEGORY_NEWS, CategoryNews.class);

  /** Alerts that missed the objective. */
  public static final OutputTag<LateAlert> LATE_ALERTS =
      tag(OperatorIds.OUT_LATE_ALERTS, LateAlert.class);

  /** When subscribers' weeks end. */
  public static final OutputTag<DigestTerms> DIGEST_TERMS =
      tag(OperatorIds.OUT_DIGEST_TERMS, DigestTerms.class);

  /** Changes that subscribers are told of. */
  public static final OutputTag<DigestNews> DIGEST_NEWS =
      tag(OperatorIds.OUT_DIGEST_NEWS, DigestNews.class);

  private SideOutputs() {}

  private static <T> OutputTag<T> tag(String id, Class<T> type) {
    return new OutputTag<>(id, TypeInformation.of(type));
  }
}
