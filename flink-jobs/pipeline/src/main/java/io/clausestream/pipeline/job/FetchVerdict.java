package io.clausestream.pipeline.job;

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

  /** What people call it, in the plural. */
  public String label() {
    return label;
  }
}
