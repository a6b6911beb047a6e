package io.clausestream.pipeline.operator;

import io.clausestream.core.canonical.Deadline;
import io.clausestream.core.page.BodyDecoder;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What one page may cost; one that costs more becomes a dead letter.
 *
 * @param maxBytes largest body, in bytes when decompressed; at most 32 MiB
 * @param time how long the parse and walk of one page may take; zero: without an end
 */
public record PageLimits(int maxBytes, Duration time) implements Serializable {

  /** For replays: no clock, so that a page fares the same each time. */
  public static final PageLimits OF_SIZE =
      new PageLimits(BodyDecoder.MAX_BODY_BYTES, Duration.ZERO);

  private static final long serialVersionUID = 1;

  /** Checks the ranges. */
  public PageLimits {
    if (maxBytes < 1 || maxBytes > BodyDecoder.MAX_BODY_BYTES || time.isNegative()) {
      throw new IllegalArgumentException(
          "A page may have 1 to "
              + BodyDecoder.MAX_BODY_BYTES
              + " bytes and no negative time, but the limits are "
              + maxBytes
              + " bytes and "
              + time
              + ".");
    }
  }

  /**
   * The deadline of a page that begins now.
   *
   * @param nanos a clock that only runs forward
   */
  Deadline deadline(LongSupplier nanos) {
    if (time.isZero()) {
      return Deadline.NEVER;
    }
    long began = nanos.getAsLong();
    long most = time.toNanos();
    return () -> nanos.getAsLong() - began > most;
  }
}
