package io.clausestream.cli.alerts;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.TopicReader;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The alerts of the topic that an id names, each once. Memory: those alerts.
 *
 * @param byId the alerts by their id
 */
record FoundAlerts(Map<String, Alert> byId) {

  /** Those that a choice keeps. */
  static FoundAlerts of(KafkaConnection broker, Predicate<Alert> choice) {
    Map<String, Alert> byId = new LinkedHashMap<>();
    try (TopicReader<Alert> alerts =
        TopicReader.fromBeginning(broker, TopicCatalogue.ALERTS, Alert.class)) {
      alerts.readToEnd(
          alert -> {
            if (choice.test(alert)) {
              byId.putIfAbsent(alert.getAlertId(), alert);
            }
          });
    }
    return new FoundAlerts(byId);
  }

  /**
   * The one alert whose id begins so.
   *
   * @throws UserMistake when there is none, or more than one
   */
  static Alert one(KafkaConnection broker, String id) {
    FoundAlerts found = of(broker, alert -> alert.getAlertId().startsWith(id));
    if (found.byId.size() == 1) {
      return found.byId.values().iterator().next();
    }
    throw new UserMistake(
        found.byId.isEmpty()
            ? "No alert has the id '" + id + "': see 'clausestream alerts list'."
            : found.byId.size() + " alerts have an id that begins with '" + id + "': say more.");
  }

  /**
   * The change that an id of it or of one of its alerts names.
   *
   * @throws UserMistake when there is none
   */
  static PageChange change(KafkaConnection broker, String id) {
    FoundAlerts found =
        of(
            broker,
            alert -> alert.getAlertId().equals(id) || alert.getChange().getChangeId().equals(id));
    if (!found.byId.isEmpty()) {
      return found.byId.values().iterator().next().getChange();
    }
    PageChange[] change = new PageChange[1];
    try (TopicReader<PageChange> changes =
        TopicReader.fromBeginning(broker, TopicCatalogue.PAGE_CHANGES, PageChange.class)) {
      changes.readToEnd(
          one -> {
            if (one.getChangeId().equals(id)) {
              change[0] = one;
            }
          });
    }
    if (change[0] == null) {
      throw new UserMistake(
          "No change and no alert has the id '" + id + "': see 'clausestream alerts list'.");
    }
    return change[0];
  }
}
