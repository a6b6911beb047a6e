package io.clausestream.cli.look;

import io.clausestream.cli.look.StoryEvent.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of one document, in the order in which it was sure. Held in memory: a document
 * that is fetched each hour has some ten thousand events a year.
 *
 * @param documentId the document
 * @param events in order
 * @param latest the latest instant of any document's records, which stands for now
 * @param nameless dead letters of the platform that name no document
 */
record Story(String documentId, List<StoryEvent> events, Instant latest, int nameless) {

  private static final Comparator<StoryEvent> ORDER =
      Comparator.comparing(StoryEvent::at)
          .thenComparing(StoryEvent::fetchedAt)
          .thenComparing(StoryEvent::kind)
          .thenComparing(StoryEvent::fetchId);

  /** Puts the events in order. */
  Story {
    events = events.stream().sorted(ORDER).toList();
  }

  /** How many fetches have which verdict. */
  Map<Kind, Long> verdicts() {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    events.stream()
        .filter(event -> event.kind().isVerdict())
        .forEach(event -> counts.merge(event.kind(), 1L, Long::sum));
    return counts;
  }

  /** The document as people write it. */
  String title() {
    int slash = documentId.indexOf('/');
    return slash < 0
        ? documentId
        : documentId.substring(0, slash) + " / " + documentId.substring(slash + 1);
  }
}
