package io.clausestream.core.page;

/** An event that cannot be handled: it becomes a dead letter, and the job goes on. */
public final class RejectedPageException extends Exception {

  private static final long serialVersionUID = 1L;

  private final RejectionReason reason;

  /**
   * Creates a rejection.
   *
   * @param reason the code that operators filter by
   * @param detail one sentence that names the thing, the value and the remedy
   */
  public RejectedPageException(RejectionReason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  /** The code that operators filter by. */
  public RejectionReason reason() {
    return reason;
  }
}
