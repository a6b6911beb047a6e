package io.clausestream.connector.delivery.engine;

import java.time.Duration;

/**
 * When a target counts as dead.
 *
 * @param calls how many of the last calls are looked at, and needed for a verdict
 * @param failurePercent with so many of them failed, nothing is sent for a while
 * @param rest how long; then one is tried
 */
public record CircuitPolicy(int calls, int failurePercent, Duration rest) {

  /** Half of the last 8 calls; rests for 30 s. */
  public static CircuitPolicy defaults() {
    return new CircuitPolicy(8, 50, Duration.ofSeconds(30));
  }
}
