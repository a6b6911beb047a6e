package io.clausestream.core.alert;

import java.time.Duration;

/** How long alerts are remembered, in the time of the fetches. */
public final class AlertMemory {

  /** How long a change waits for terms that come after it, and how long replaced terms wait. */
  public static final Duration LATE_TERMS = Duration.ofDays(2);

  /** How long a change can be corrected, and the same facts count as told before. */
  public static final Duration TOLD = Duration.ofDays(7);

  private AlertMemory() {}
}
