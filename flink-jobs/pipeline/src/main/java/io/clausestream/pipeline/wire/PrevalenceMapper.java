package io.clausestream.pipeline.wire;

import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.core.prevalence.DayCount;
import io.clausestream.core.prevalence.Move;
import io.clausestream.core.prevalence.MovementRule;
import io.clausestream.schema.CoMovement;
import io.clausestream.schema.Direction;
import io.clausestream.schema.Prevalence;
import java.util.List;

/** A category at the end of a day to the wire. Stateless. */
public final class PrevalenceMapper {

  /** Most platforms that a list of a record names. */
  static final int MOST_NAMED = 100;

  private PrevalenceMapper() {}

  /**
   * The record of a day.
   *
   * @param rule the rule that made its movements
   */
  public static Prevalence toWire(String category, DayCount count, MovementRule rule) {
    return Prevalence.newBuilder()
        .setPrevalenceId(ContentId.prevalence(category, count.after().day()))
        .setCategory(category)
        .setDay(count.after().day())
        .setPlatformsWith(count.after().with())
        .setPlatformsTracked(count.after().tracked())
        .setBegan(named(count.began()))
        .setBeganOmitted(omitted(count.began()))
        .setCeased(named(count.ceased()))
        .setCeasedOmitted(omitted(count.ceased()))
        .setPlatformsAdverse(count.adverse().size())
        .setPlatformsProtective(count.protective().size())
        .setCoMovements(count.movements().stream().map(moved -> movement(moved, rule)).toList())
        .setEngineVersion(EngineVersion.current())
        .build();
  }

  private static CoMovement movement(
      io.clausestream.core.prevalence.CoMovement movement, MovementRule rule) {
    List<Move> moves = movement.moves();
    return CoMovement.newBuilder()
        .setDirection(Direction.valueOf(movement.direction().name()))
        .setPlatforms(moves.size())
        .setFrom(moves.get(0).at())
        .setTo(moves.get(moves.size() - 1).at())
        .setWindowDays((int) rule.window().toDays())
        .setPlatformsAtLeast(rule.platforms())
        .setMoves(
            named(moves).stream()
                .map(
                    move ->
                        new io.clausestream.schema.Move(
                            move.platform(), move.changeId(), move.at()))
                .toList())
        .build();
  }

  private static <T> List<T> named(List<T> all) {
    return all.subList(0, Math.min(all.size(), MOST_NAMED));
  }

  private static int omitted(List<?> all) {
    return Math.max(0, all.size() - MOST_NAMED);
  }
}
