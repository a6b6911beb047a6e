package io.clausestream.core.prevalence;

import io.clausestream.core.severity.Direction;
import java.util.List;

/**
 * Several platforms moved one category in one direction within a window.
 *
 * @param moves the latest move of each platform, in the order of time; never empty
 */
public record CoMovement(Direction direction, List<Move> moves) {

  /** Copies the list. */
  public CoMovement {
    moves = List.copyOf(moves);
  }
}
