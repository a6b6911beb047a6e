package io.clausestream.core.subscription;

import java.time.Instant;

/**
 * Terms of a subscriber that were admitted. They hold from an instant on, until the subscriber's
 * next ones do.
 *
 * @param subscriberId id of the subscriber
 * @param terms what is told, when and where
 * @param alerts whether the plan has same-day alerts
 * @param validFrom changes detected before are not told by these terms; {@link Instant#EPOCH} for
 *     no beginning
 */
public record Subscription(String subscriberId, Terms terms, boolean alerts, Instant validFrom) {

  /** Whether the subscriber is told of a change, by an alert or in the digest. */
  public boolean matches(ChangeFacts change, Instant detectedAt) {
    return terms.state() == Terms.State.ACTIVE
        && !detectedAt.isBefore(validFrom)
        && terms.interest().wants(change);
  }
}
