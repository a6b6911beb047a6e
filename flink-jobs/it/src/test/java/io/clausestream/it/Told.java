package io.clausestream.it;

import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Suppression;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What an engine told of the fetches from an instant on, a line each, with all ids. */
final class Told {

  private Told() {}

  /** The lines, sorted. */
  static List<String> since(LiveSystem system, Instant start) {
    return Stream.of(verdicts(system, start), alerts(system, start))
        .flatMap(lines -> lines)
        .sorted()
        .toList();
  }

  private static Stream<String> verdicts(LiveSystem system, Instant start) {
    return Stream.of(
            system.read(TopicCatalogue.PAGE_VERIFICATIONS, PageVerification.class).stream()
                .filter(seen -> !seen.getFetchedAt().isBefore(start))
                .map(seen -> line(seen.getStatus(), seen.getFetchId(), seen.getDocumentId())),
            system.read(TopicCatalogue.SUPPRESSIONS, Suppression.class).stream()
                .filter(suppressed -> !suppressed.getFetchedAt().isBefore(start))
                .map(s -> line(s.getReason(), s.getFetchId(), s.getDocumentId())),
            system.read(TopicCatalogue.PAGE_CHANGES, PageChange.class).stream()
                .filter(change -> !change.getDetectedAt().isBefore(start))
                .map(Told::change))
        .flatMap(lines -> lines);
  }

  private static String change(PageChange change) {
    return line("CHANGED", change.getChangeId(), change.getDocumentId())
        + " from version %d to %d, rules %s"
            .formatted(
                change.getPrevious().getNumber(),
                change.getCurrent().getNumber(),
                change.getRuleSetVersion());
  }

  private static Stream<String> alerts(LiveSystem system, Instant start) {
    return system.alerts().stream()
        .filter(alert -> !alert.getChange().getDetectedAt().isBefore(start))
        .map(
            alert ->
                line("ALERT", alert.getAlertId(), alert.getChange().getDocumentId())
                    + " for "
                    + alert.getSubscriberId());
  }

  private static String line(Object what, String id, String documentId) {
    return what + " " + id + " " + documentId;
  }
}
