package io.clausestream.pipeline.job;

import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.VerificationStatus;

/** What became of a fetch. Every fetch has exactly one. */
public enum FetchVerdict {
  FIRST("first captures"),
  VERIFIED("verified"),
  CHANGED("changed"),
  SUPPRESSED("suppressed"),
  PENDING("pending"),
  BAD_CAPTURE("bad captures"),
  DUPLICATE("duplicates"),
  LATE("late"),
  DEAD_LETTER("dead letters");

  private final String label;

  FetchVerdict(String label) {
    this.label = label;
  }

  /** The verdict that a verification tells. */
  public static FetchVerdict of(PageVerification verification) {
    return verification.getStatus() == VerificationStatus.FIRST ? FIRST : VERIFIED;
  }

  /**
   * The verdict that a suppression tells.
   *
   * @throws IllegalArgumentException if it is from a newer version
   */
  public static FetchVerdict of(Suppression suppression) {
    return switch (suppression.getVerdict()) {
      case SUPPRESSED -> SUPPRESSED;
      case BAD_CAPTURE -> BAD_CAPTURE;
      case DUPLICATE -> DUPLICATE;
      case LATE -> LATE;
      case UNKNOWN ->
          throw new IllegalArgumentException(
              "A suppression has a verdict that this version does not know; upgrade first.");
    };
  }

  /** What people call it, in the plural. */
  public String label() {
    return label;
  }
}
