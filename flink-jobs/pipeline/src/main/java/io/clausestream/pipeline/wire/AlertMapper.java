package io.clausestream.pipeline.wire;

import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;

/** An alert on the wire, around the change as it stands on the wire. Stateless. */
public final class AlertMapper {

  private AlertMapper() {}

  /** The alert of a change for a subscriber. */
  public static Alert toWire(PageChange change, String subscriberId) {
    return Alert.newBuilder()
        .setAlertId(ContentId.alert(change.getChangeId(), subscriberId))
        .setSubscriberId(subscriberId)
        .setSeverity(change.getSeverity())
        .setAlertedAt(change.getDetectedAt())
        .setChange(change)
        .build();
  }
}
