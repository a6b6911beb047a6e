package io.clausestream.cli.look;

import io.clausestream.cli.look.StoryEvent.Kind;
import io.clausestream.core.change.SuppressionReason;
import io.clausestream.schema.PageVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a document stands, as its story tells it.
 *
 * @param story all that became of it
 */
record DocumentState(Story story) {

  private static final Duration RECENT = Duration.ofDays(30);
  private static final int MOST_CHANGES = 5;
  private static final Set<Kind> SHOWS_DOCUMENT =
      EnumSet.of(Kind.FIRST, Kind.VERIFIED, Kind.CHANGED);

  /** Reasons of texts that did not become the one in force. */
  private static final Set<String> NOT_ACCEPTED =
      Stream.of(
              SuppressionReason.WITHDRAWN,
              SuppressionReason.SUPERSEDED,
              SuppressionReason.UNCONFIRMED)
          .map(Enum::name)
          .collect(Collectors.toSet());

  /** How the source of a document does. */
  enum Health {
    GOOD,
    BAD_CAPTURES,
    UNAVAILABLE
  }

  /** Where it was fetched from last. */
  String url() {
    return last(event -> !event.url().isEmpty()).map(StoryEvent::url).orElse("");
  }

  /** The version in force, as the last record tells that names one. */
  Optional<PageVersion> version() {
    return last(event -> event.version().isPresent()).flatMap(StoryEvent::version);
  }

  /** A text that came into force without an alert after {@link #version} was told. */
  Optional<StoryEvent> quietly() {
    Optional<StoryEvent> last = last(event -> event.version().isPresent() || isAccepted(event));
    return last.filter(event -> event.version().isEmpty());
  }

  private boolean isAccepted(StoryEvent event) {
    return event.kind() == Kind.SUPPRESSED
        && !NOT_ACCEPTED.contains(event.reason())
        && !event.textSha256().equals(version().map(PageVersion::getTextSha256));
  }

  /** When the document was first seen. */
  Optional<Instant> firstSeen() {
    return story.events().stream()
        .filter(event -> event.kind() == Kind.FIRST)
        .map(StoryEvent::fetchedAt)
        .findFirst();
  }

  /** The latest fetch that showed the text in force: first, unchanged, or changed to it. */
  Optional<Instant> lastVerified() {
    return story.events().stream()
        .filter(event -> SHOWS_DOCUMENT.contains(event.kind()))
        .map(StoryEvent::fetchedAt)
        .max(Instant::compareTo);
  }

  /** The latest change. */
  Optional<StoryEvent> lastChange() {
    return last(event -> event.kind() == Kind.CHANGED);
  }

  /** The last changes, the latest first. */
  List<StoryEvent> lastChanges() {
    List<StoryEvent> changes = new ArrayList<>(changes());
    Collections.reverse(changes);
    return changes.stream().limit(MOST_CHANGES).toList();
  }

  /** How many changes there were in the 30 days up to the latest record of any document. */
  long recentChanges() {
    Instant from = story.latest().minus(RECENT);
    return changes().stream().filter(change -> change.at().isAfter(from)).count();
  }

  /** Bad captures in a row at the end of the story. */
  int badCaptures() {
    int inRow = 0;
    for (StoryEvent event : story.events()) {
      if (event.kind() == Kind.BAD_CAPTURE) {
        inRow++;
      } else if (SHOWS_DOCUMENT.contains(event.kind()) || event.kind() == Kind.SUPPRESSED) {
        inRow = 0;
      }
    }
    return inRow;
  }

  /** How the source does. */
  Health health() {
    boolean gone =
        last(event -> event.kind() == Kind.UNAVAILABLE || event.kind() == Kind.RECOVERED)
            .filter(event -> event.kind() == Kind.UNAVAILABLE)
            .isPresent();
    return gone ? Health.UNAVAILABLE : badCaptures() > 0 ? Health.BAD_CAPTURES : Health.GOOD;
  }

  /** The last verdict on a fetch. */
  Optional<StoryEvent> lastVerdict() {
    return last(event -> event.kind().isVerdict());
  }

  private List<StoryEvent> changes() {
    return story.events().stream().filter(event -> event.kind() == Kind.CHANGED).toList();
  }

  private Optional<StoryEvent> last(java.util.function.Predicate<StoryEvent> wanted) {
    return story.events().stream().filter(wanted).reduce((earlier, later) -> later);
  }
}
