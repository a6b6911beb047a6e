package io.clausestream.connector.delivery.text;

import io.clausestream.connector.delivery.text.Telling.Entry;
import io.clausestream.connector.delivery.text.Telling.Fact;
import io.clausestream.schema.Digest;
import io.clausestream.schema.DigestEntry;
import io.clausestream.schema.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts digests into words. */
final class DigestTelling {

  private DigestTelling() {}

  static Telling of(Digest digest, Words words) {
    Instant lastMoment = digest.getUntil().minusMillis(1);
    return new Telling(
        words.get("title.digest", words.day(digest.getFrom()), words.day(lastMoment)),
        words.language(),
        Tellings.badge(highest(digest), words),
        List.of(),
        facts(digest, words),
        List.of(),
        List.of(),
        digest.getEntries().stream().map(entry -> entry(entry, words)).toList(),
        closing(digest, words),
        Optional.empty(),
        Optional.empty());
  }

  private static Severity highest(Digest digest) {
    return digest.getEntries().stream()
        .map(DigestEntry::getSeverity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.UNKNOWN);
  }

  private static List<Fact> facts(Digest digest, Words words) {
    return List.of(
        new Fact(words.of("severity", Severity.HIGH), Integer.toString(digest.getHighs())),
        new Fact(words.of("severity", Severity.MEDIUM), Integer.toString(digest.getMediums())),
        new Fact(words.of("severity", Severity.LOW), Integer.toString(digest.getLows())));
  }

  private static List<String> closing(Digest digest, Words words) {
    int omitted = digest.getEntriesOmitted();
    return omitted == 0 ? List.of() : List.of(words.get("omitted.entries", omitted));
  }

  private static Entry entry(DigestEntry entry, Words words) {
    List<String> notes = new ArrayList<>();
    if (entry.getCorrection() != null) {
      notes.add(words.get("note.retraction"));
      notes.add(words.get("note.reason", entry.getCorrection()));
    } else if (entry.getUpdates() != null) {
      notes.add(words.get("note.update"));
    }
    String facts =
        words.of("direction", entry.getDirection()) + ", " + words.time(entry.getFetchedAt());
    return new Entry(
        entry.getTitle(),
        Tellings.badge(entry.getSeverity(), words),
        notes,
        facts,
        entry.getSummary(),
        Link.of(words.get("link"), entry.getUrl()));
  }
}
