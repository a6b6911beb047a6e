package io.clausestream.pipeline.wire;

import io.clausestream.schema.Alert;
import io.clausestream.schema.LateAlert;
import io.clausestream.schema.LateAlertId;
import io.clausestream.schema.LateStage;
import io.clausestream.schema.Origin;
import io.clausestream.schema.PageChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Alerts that missed the objective, on the wire. Stateless. */
public final class LateAlertMapper {

  private LateAlertMapper() {}

  /**
   * That an alert missed the objective, if it did. Same-day is asked of live fetches, and of what
   * is told for the first time: a retraction has none. Of a change that came to its terms nothing
   * but the change decides, so a restart names the same; that is a watermark of {@link
   * Long#MIN_VALUE}. Of terms that came late it has to be known how late that was.
   *
   * @param watermark how far the time of the fetches is known to be, epoch milliseconds; {@link
   *     Long#MIN_VALUE} when it is not known or not asked, {@link Long#MAX_VALUE} when the input
   *     has ended
   */
  public static Optional<LateAlert> toWire(Alert alert, long watermark, Duration objective) {
    PageChange change = alert.getChange();
    Instant fetchedAt = change.getCurrent().getFetchedAt();
    Instant toldAt = toldAt(alert, watermark);
    if (change.getOrigin() != Origin.LIVE
        || alert.getRetracts() != null
        || !toldAt.isAfter(fetchedAt.plus(objective))) {
      return Optional.empty();
    }
    return Optional.of(
        LateAlert.newBuilder()
            .setLateId(LateAlertId.of(alert.getAlertId(), LateStage.ALERT))
            .setAlertId(alert.getAlertId())
            .setSubscriberId(alert.getSubscriberId())
            .setChangeId(change.getChangeId())
            .setPlatform(change.getPlatform())
            .setDocumentId(change.getDocumentId())
            .setSeverity(alert.getSeverity())
            .setStage(LateStage.ALERT)
            .setFetchedAt(fetchedAt)
            .setToldAt(toldAt)
            .setObjectiveMillis(objective.toMillis())
            .setEngineVersion(EngineVersion.current())
            .build());
  }

  /** The end of an input says nothing of time. */
  private static Instant toldAt(Alert alert, long watermark) {
    Instant alertedAt = alert.getAlertedAt();
    if (watermark == Long.MIN_VALUE || watermark == Long.MAX_VALUE) {
      return alertedAt;
    }
    Instant passed = Instant.ofEpochMilli(watermark);
    return passed.isAfter(alertedAt) ? passed : alertedAt;
  }
}
