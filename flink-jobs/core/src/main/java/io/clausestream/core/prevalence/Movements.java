package io.clausestream.core.prevalence;

import io.clausestream.core.severity.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the moves of a category amount to at the end of a day. A move is told in one movement at
 * most: those that were told do not count again, so a movement is told once and the next one needs
 * as many platforms anew.
 *
 * @param told movements of the day, adverse before protective
 * @param waiting moves that still may become part of one: the latest of each platform, of fewer
 *     platforms a direction than a movement needs, in the order of time
 */
public record Movements(List<CoMovement> told, List<Move> waiting) {

  private static final List<Direction> DIRECTIONS =
      List.of(Direction.ADVERSE, Direction.PROTECTIVE);

  /** Copies the lists. */
  public Movements {
    told = List.copyOf(told);
    waiting = List.copyOf(waiting);
  }

  /**
   * Decides at the end of a day.
   *
   * @param moves what waited, and what the day brought; directions other than adverse and
   *     protective are no moves
   * @param end the first instant that is no more in the day
   */
  public static Movements at(Instant end, Collection<Move> moves, MovementRule rule) {
    List<CoMovement> told = new ArrayList<>();
    List<Move> waiting = new ArrayList<>();
    Instant begin = end.minus(rule.window());
    for (Direction direction : DIRECTIONS) {
      Map<String, Move> latest = new TreeMap<>();
      moves.stream()
          .filter(move -> move.direction() == direction && !move.at().isBefore(begin))
          .forEach(move -> latest.merge(move.platform(), move, Move::later));
      List<Move> inOrder = latest.values().stream().sorted(Move.BY_TIME).toList();
      if (inOrder.size() >= rule.platforms()) {
        told.add(new CoMovement(direction, inOrder));
      } else {
        waiting.addAll(inOrder);
      }
    }
    waiting.sort(Move.BY_TIME);
    return new Movements(told, waiting);
  }
}
