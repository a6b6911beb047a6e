package io.clausestream.pipeline.operator;

import io.clausestream.core.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What matching and digests can be told.
 *
 * @param given subscriptions that are given with the run, beside those of the topic; of a
 *     subscriber that is given the topic's terms do not count
 * @param subscribed whether terms and corrections come in, so that changes must wait for them
 * @param objective how long after the fetch an alert is late
 * @param endOfHistory up to when a bounded input tells all there is; weeks that end later are not
 *     cut when it ends. Empty for an endless input
 */
public record AlertRules(
    List<Subscription> given,
    boolean subscribed,
    Duration objective,
    Optional<Instant> endOfHistory) {

  /** Copies the list. */
  public AlertRules {
    given = List.copyOf(given);
  }
}
