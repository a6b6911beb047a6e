package io.clausestream.connector.delivery.text;

import io.clausestream.connector.delivery.Citation;
import io.clausestream.connector.delivery.Message;
import io.clausestream.connector.delivery.Recipient;
import io.clausestream.connector.delivery.text.Telling.Badge;
import io.clausestream.connector.delivery.text.Telling.Fact;
import io.clausestream.connector.delivery.text.Telling.Section;
import io.clausestream.schema.Alert;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts messages into the words of their recipients. */
public final class Tellings {

  private Tellings() {}

  /** The message as it is told to the recipient. */
  public static Telling of(Message message, Recipient recipient) {
    Words words = Words.of(recipient.language(), recipient.timeZone());
    if (message instanceof Message.OfDigest digest) {
      return DigestTelling.of(digest.digest(), words);
    }
    return alert(((Message.OfAlert) message).alert(), words);
  }

  private static Telling alert(Alert alert, Words words) {
    PageChange change = alert.getChange();
    Passages passages = Passages.of(change, words);
    return new Telling(
        title(alert, words),
        words.language(),
        badge(alert.getSeverity(), words),
        notes(alert, words),
        facts(change, words),
        List.of(
            new Section(words.get("heading.summary"), change.getSummary()),
            new Section(words.get("heading.why"), reasons(change))),
        passages.shown(),
        List.of(),
        closing(change.getBlocksOmitted() + passages.left(), words),
        Link.of(words.get("link"), change.getUrl()),
        Optional.of(Citation.of(change)));
  }

  private static String title(Alert alert, Words words) {
    String title = alert.getChange().getTitle();
    if (alert.getRetracts() != null) {
      return words.get("title.retraction", title);
    }
    return alert.getUpdates() == null ? title : words.get("title.update", title);
  }

  private static List<String> notes(Alert alert, Words words) {
    List<String> notes = new ArrayList<>();
    if (alert.getRetracts() != null) {
      notes.add(words.get("note.retraction"));
      if (alert.getCorrection() != null) {
        notes.add(words.get("note.reason", alert.getCorrection()));
      }
    } else if (alert.getUpdates() != null) {
      notes.add(words.get("note.update"));
    }
    return notes;
  }

  private static List<Fact> facts(PageChange change, Words words) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.get("label.severity"), words.of("severity", change.getSeverity())));
    facts.add(new Fact(words.get("label.direction"), words.of("direction", change.getDirection())));
    facts.add(new Fact(words.get("label.categories"), categories(change.getCategories())));
    if (change.getEffectiveDate() != null) {
      facts.add(new Fact(words.get("label.effective"), words.date(change.getEffectiveDate())));
    }
    if (change.getRetroactive()) {
      facts.add(new Fact(words.get("label.retroactive"), words.get("retroactive")));
    }
    facts.add(
        new Fact(words.get("label.captured"), words.time(change.getCurrent().getFetchedAt())));
    return facts;
  }

  private static List<String> reasons(PageChange change) {
    return change.getReasons().stream().map(Reason::getSentence).distinct().toList();
  }

  private static List<String> closing(int omitted, Words words) {
    return omitted == 0 ? List.of() : List.of(words.get("omitted.blocks", omitted));
  }

  static Badge badge(Severity severity, Words words) {
    return new Badge(severity, words.of("severity", severity));
  }

  /** Ids of categories, readable. */
  static String categories(List<String> categories) {
    return categories.stream()
        .map(id -> id.replace('-', ' ').replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}
