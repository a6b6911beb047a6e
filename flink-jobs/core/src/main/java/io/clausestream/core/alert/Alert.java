package io.clausestream.core.alert;

import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.core.severity.PageChange;
import io.clausestream.core.subscription.Subscription;

/**
 * One change for one subscriber.
 *
 * @param alertId stable id, the same in every replay
 * @param subscriberId who is told
 * @param change the change
 */
public record Alert(String alertId, String subscriberId, PageChange change) {

  /** The alert of a change for a subscription that matches it. */
  public static Alert of(PageChange change, Subscription subscription) {
    return new Alert(
        ContentId.alert(change.changeId(), subscription.subscriberId()),
        subscription.subscriberId(),
        change);
  }
}
