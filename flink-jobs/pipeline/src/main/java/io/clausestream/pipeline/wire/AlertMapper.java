package io.clausestream.pipeline.wire;

import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert on the wire, around the change as it stands on the wire. Stateless. */
public final class AlertMapper {

  private AlertMapper() {}

  /**
   * The alert of a change for a subscriber.
   *
   * @param updates id of the alert that told the same before; null when none did
   */
  public static Alert toWire(PageChange change, String subscriberId, @Nullable String updates) {
    return Alert.newBuilder()
        .setAlertId(ContentId.alert(change.getChangeId(), subscriberId))
        .setSubscriberId(subscriberId)
        .setSeverity(change.getSeverity())
        .setAlertedAt(change.getDetectedAt())
        .setChange(change)
        .setUpdates(updates)
        .build();
  }

  /** The alert that takes back the one of a change for a subscriber. */
  public static Alert retraction(
      PageChange change, String subscriberId, Instant correctedAt, String correction) {
    String retracts = ContentId.alert(change.getChangeId(), subscriberId);
    return Alert.newBuilder()
        .setAlertId(ContentId.retraction(retracts))
        .setSubscriberId(subscriberId)
        .setSeverity(change.getSeverity())
        .setAlertedAt(correctedAt)
        .setChange(change)
        .setRetracts(retracts)
        .setCorrection(correction)
        .build();
  }
}
