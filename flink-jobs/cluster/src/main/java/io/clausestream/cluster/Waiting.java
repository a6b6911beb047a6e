package io.clausestream.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what processes do. */
public final class Waiting {

  private static final long PAUSE_MILLIS = 100;

  private Waiting() {}

  /**
   * Asks until it is so.
   *
   * @param what completes "waited in vain for ..."
   * @throws IllegalStateException when it is not so after the limit
   */
  public static void until(Duration limit, String what, BooleanSupplier condition)
      throws InterruptedException {
    long giveUp = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("Waited " + limit + " in vain for " + what);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
