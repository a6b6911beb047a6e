package io.clausestream.core.provision;

import io.clausestream.core.fingerprint.ContentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes ids for new provisions of a text, of their words and headings. Where several clauses have
 * the same, what stands before each tells them apart; never how many came before.
 */
final class Ids {

  /** Stands before the first clause of a text. */
  private static final String START = "^";

  private final String documentId;
  private final Reading text;
  private final Set<String> taken = new HashSet<>();
  private final Map<Place, Integer> places = new HashMap<>();

  private record Place(long key, long pathKey) {}

  Ids(String documentId, Reading text) {
    this.documentId = documentId;
    this.text = text;
    text.read().forEach(read -> places.merge(place(read), 1, Integer::sum));
  }

  private static Place place(Reading.Read read) {
    return new Place(read.key(), read.pathKey());
  }

  /** Keeps an id from being made again. */
  void take(String id) {
    taken.add(id);
  }

  /**
   * An id that is not taken; takes it.
   *
   * @param before id of the clause before; empty when it has none
   */
  String make(int clause, String before) {
    Reading.Read read = text.read().get(clause);
    boolean alone = places.getOrDefault(place(read), 0) == 1;
    String id = id(read, alone ? "" : clause == 0 ? START : text.read().get(clause - 1).words());
    String context = before.isEmpty() ? id : before;
    while (!taken.add(id)) {
      id = id(read, context);
      context = id;
    }
    return id;
  }

  private String id(Reading.Read read, String context) {
    return ContentId.provision(documentId, read.words(), read.path(), context);
  }
}
