package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Message;
import io.clausestream.schema.Alert;
import io.clausestream.schema.LateAlert;
import io.clausestream.schema.LateAlertId;
import io.clausestream.schema.LateStage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Alerts of subscribers without a channel that came late. Of the others each delivery tells it; of
 * these nobody would. Immutable.
 */
final class LateAlerts {

  private final EngineSettings settings;

  LateAlerts(EngineSettings settings) {
    this.settings = settings;
  }

  /** That the objective of a message was missed, if it has one and did. */
  Optional<LateAlert> of(Message message, Instant now) {
    return message instanceof Message.OfAlert alert && isLate(message, now)
        ? message.fetchedAt().map(fetchedAt -> record(alert.alert(), fetchedAt, now))
        : Optional.empty();
  }

  private boolean isLate(Message message, Instant now) {
    return settings
        .objectives()
        .deadline(message.severity(), message.fetchedAt())
        .filter(deadline -> !now.isBefore(deadline))
        .isPresent();
  }

  private LateAlert record(Alert alert, Instant fetchedAt, Instant now) {
    Duration objective = settings.objectives().of(alert.getSeverity());
    return LateAlert.newBuilder()
        .setLateId(LateAlertId.of(alert.getAlertId(), LateStage.DELIVERY))
        .setAlertId(alert.getAlertId())
        .setSubscriberId(alert.getSubscriberId())
        .setChangeId(alert.getChange().getChangeId())
        .setPlatform(alert.getChange().getPlatform())
        .setDocumentId(alert.getChange().getDocumentId())
        .setSeverity(alert.getSeverity())
        .setStage(LateStage.DELIVERY)
        .setFetchedAt(fetchedAt)
        .setToldAt(now)
        .setObjectiveMillis(objective.toMillis())
        .setEngineVersion(settings.engineVersion())
        .build();
  }
}
