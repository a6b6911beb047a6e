package io.clausestream.cli.look;

import io.clausestream.schema.PageVersion;
import io.clausestream.schema.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that became of a document: the verdict on a fetch, or a turn of its source's health.
 *
 * @param kind what it is
 * @param at when it was sure, in the time of the fetches
 * @param fetchedAt when the page was fetched
 * @param fetchId id of the fetch
 * @param changeId id of the change, if it is one
 * @param severity how severe the change is, if it is one
 * @param reason why, as a code; the categories of a change; empty when there is nothing to say
 * @param detail why, in a sentence; empty when there is nothing to say
 * @param why further sentences
 * @param version the version that was in force behind it, where its record tells
 * @param textSha256 hash of the text of the fetch, where its record tells
 * @param url where it was fetched from
 */
record StoryEvent(
    Kind kind,
    Instant at,
    Instant fetchedAt,
    String fetchId,
    Optional<String> changeId,
    Optional<Severity> severity,
    String reason,
    String detail,
    List<String> why,
    Optional<PageVersion> version,
    Optional<String> textSha256,
    String url) {

  /** What became of a document, in the words of people; in the order of one instant. */
  enum Kind {
    RECOVERED("source is back"),
    CHANGED("CHANGED"),
    FIRST("first seen"),
    VERIFIED("unchanged"),
    SUPPRESSED("no alert"),
    BAD_CAPTURE("bad capture"),
    DUPLICATE("duplicate"),
    LATE("late"),
    UNAVAILABLE("source is gone"),
    STALE("source is stale"),
    MOVED("source moved"),
    DEAD_LETTER("dead letter"),
    WAITING("no verdict yet"),
    UNKNOWN("not known here");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /** Whether it is a verdict on a fetch, of which each fetch has one. */
    boolean isVerdict() {
      return switch (this) {
        case RECOVERED, UNAVAILABLE, STALE, MOVED -> false;
        default -> true;
      };
    }

    /** The kind of that name, or UNKNOWN: a newer engine may tell more. */
    static Kind of(Enum<?> wire) {
      for (Kind kind : values()) {
        if (kind.name().equals(wire.name())) {
          return kind;
        }
      }
      return UNKNOWN;
    }
  }

  /** Whether both tell the same, so that a run of them can be told as one. */
  boolean isLike(StoryEvent other) {
    return kind == other.kind
        && kind != Kind.CHANGED
        && reason.equals(other.reason)
        && version.map(PageVersion::getNumber).equals(other.version.map(PageVersion::getNumber));
  }
}
