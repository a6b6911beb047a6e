package io.clausestream.cli.look;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.TopicScan;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.SourceHealth;
import io.clausestream.schema.Suppression;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the story of one document out of all topics of verdicts. One use; one thread. */
final class StoryReader {

  private final String documentId;
  private final List<StoryEvent> events = new ArrayList<>();
  private final TreeSet<String> documents = new TreeSet<>();
  private Instant latest = Instant.MIN;
  private int nameless;

  private StoryReader(String documentId) {
    this.documentId = documentId;
  }

  /**
   * Reads the story.
   *
   * @param withFetches whether to read the fetches too, for those that have no verdict yet
   * @throws UserMistake when nothing is known of the document; names some that are like it
   */
  static Story read(String documentId, TopicScan scan, boolean withFetches) {
    StoryReader reader = new StoryReader(documentId);
    reader.verdicts(scan);
    if (withFetches) {
      reader.fetches(scan);
    }
    if (reader.events.isEmpty()) {
      throw new UserMistake(reader.unknown());
    }
    return new Story(documentId, reader.events, reader.latest, reader.nameless);
  }

  private void verdicts(TopicScan scan) {
    scan.read(
        TopicCatalogue.PAGE_VERIFICATIONS,
        PageVerification.class,
        r -> take(r.getDocumentId(), r.getDetectedAt(), () -> StoryEvents.of(r)));
    scan.read(
        TopicCatalogue.PAGE_CHANGES,
        PageChange.class,
        r -> take(r.getDocumentId(), r.getDetectedAt(), () -> StoryEvents.of(r)));
    scan.read(
        TopicCatalogue.SUPPRESSIONS,
        Suppression.class,
        r -> take(r.getDocumentId(), r.getDetectedAt(), () -> StoryEvents.of(r)));
    scan.read(
        TopicCatalogue.SOURCE_HEALTH,
        SourceHealth.class,
        r -> take(r.getDocumentId(), r.getDetectedAt(), () -> StoryEvents.of(r)));
    scan.read(TopicCatalogue.DEAD_LETTERS, DeadLetter.class, this::take);
  }

  private void take(String id, Instant at, Supplier<StoryEvent> event) {
    documents.add(id);
    latest = at.isAfter(latest) ? at : latest;
    if (id.equals(documentId)) {
      events.add(event.get());
    }
  }

  private void take(DeadLetter letter) {
    if (letter.getDocumentId() == null) {
      nameless += isOfPlatform(letter) ? 1 : 0;
    } else if (letter.getDocumentId().equals(documentId)) {
      events.add(StoryEvents.of(letter));
    }
  }

  /** The key of a fetch is its platform, also when the rest cannot be read. */
  private boolean isOfPlatform(DeadLetter letter) {
    return letter.getKey() != null
        && documentId.startsWith(StandardCharsets.UTF_8.decode(letter.getKey().duplicate()) + "/");
  }

  private void fetches(TopicScan scan) {
    Set<String> judged = events.stream().map(StoryEvent::fetchId).collect(Collectors.toSet());
    Set<String> seen = new HashSet<>(judged);
    scan.read(
        TopicCatalogue.PAGE_FETCHES,
        FetchedPage.class,
        fetch -> {
          if (fetch.getDocumentId().equals(documentId) && seen.add(fetch.getFetchId())) {
            events.add(StoryEvents.waiting(fetch));
          }
        });
  }

  private String unknown() {
    @Nullable String like = NearestNames.among(documents, documentId);
    return "Nothing is known of the document '"
        + documentId
        + "'"
        + (like == null ? ": no document has a verdict yet." : ": did you mean " + like + "?");
  }
}
