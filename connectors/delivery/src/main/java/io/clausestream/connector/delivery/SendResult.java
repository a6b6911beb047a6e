package io.clausestream.connector.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * What one attempt came to. Three outcomes, all explicit; a channel that throws instead has a
 * defect, and its attempt counts as one to be repeated.
 */
public sealed interface SendResult {

  /** The other side took the message. */
  record Delivered() implements SendResult {}

  /**
   * It may go better later.
   *
   * @param reason code, upper case with underscores
   * @param detail the reason in one sentence, with neither address nor secret
   * @param retryAfter how long the other side asks to wait; empty when it does not
   * @param alone whether it is the matter of this delivery alone, such as a full mailbox or a
   *     secret that cannot be read, and says nothing of its target
   */
  record Retry(String reason, String detail, Optional<Duration> retryAfter, boolean alone)
      implements SendResult {

    /** One that others to the same target may meet as well. */
    public Retry(String reason, String detail, Optional<Duration> retryAfter) {
      this(reason, detail, retryAfter, false);
    }

    /** The matter of this delivery alone. */
    public static Retry alone(String reason, String detail) {
      return new Retry(reason, detail, Optional.empty(), true);
    }
  }

  /**
   * It would fail again in the same way.
   *
   * @param reason code, upper case with underscores
   * @param detail the reason in one sentence with the remedy, with neither address nor secret
   */
  record Failed(String reason, String detail) implements SendResult {}
}
