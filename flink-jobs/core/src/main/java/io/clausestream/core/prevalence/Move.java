package io.clausestream.core.prevalence;

import io.clausestream.core.severity.Direction;
import java.time.Instant;
import java.util.Comparator;

/**
 * A platform moved a category in a direction.
 *
 * @param direction whom the change of its clauses serves
 * @param platform name of the platform
 * @param at when the change was sure, in the time of the fetches
 * @param changeId the change
 */
public record Move(Direction direction, String platform, Instant at, String changeId) {

  /** By time; platform and change make the order total. */
  static final Comparator<Move> BY_TIME =
      Comparator.comparing(Move::at).thenComparing(Move::platform).thenComparing(Move::changeId);

  /** The later of two moves. */
  static Move later(Move one, Move other) {
    return BY_TIME.compare(one, other) < 0 ? other : one;
  }
}
