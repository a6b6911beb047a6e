package io.clausestream.core.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The deadlines of a platform's documents, ordered by instant and document.
 *
 * @param deadlines the deadlines, in order; at most one a document
 */
public record Agenda(List<Deadline> deadlines) {

  /** No deadlines. */
  public static final Agenda EMPTY = new Agenda(List.of());

  private static final Comparator<Deadline> ORDER =
      Comparator.comparing(Deadline::at).thenComparing(Deadline::documentId);

  /** Copies the list. */
  public Agenda {
    deadlines = List.copyOf(deadlines);
  }

  /**
   * An instant by which a document's next fetch must have come.
   *
   * @param at the instant
   * @param documentId the document
   */
  public record Deadline(Instant at, String documentId) {}

  Agenda with(Instant at, String documentId) {
    List<Deadline> changed = new ArrayList<>(without(documentId).deadlines);
    changed.add(new Deadline(at, documentId));
    changed.sort(ORDER);
    return new Agenda(changed);
  }

  Agenda without(String documentId) {
    return new Agenda(
        deadlines.stream().filter(deadline -> !deadline.documentId().equals(documentId)).toList());
  }

  /** The deadlines up to and at an instant. */
  List<Deadline> upTo(Instant instant) {
    return deadlines.stream().filter(deadline -> !deadline.at().isAfter(instant)).toList();
  }
}
