package io.clausestream.pipeline.state;

import io.clausestream.core.prevalence.CategoryTally;
import io.clausestream.core.prevalence.Move;
import io.clausestream.core.severity.Direction;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.schema.state.WaitingMove;
import java.time.LocalDate;

/** State 'tally'. */
final class CategoryTallyCodec {

  static final int VERSION = 1;

  private final VersionedAvro<io.clausestream.schema.state.CategoryTally> avro =
      new VersionedAvro<>(
          OperatorIds.STATE_TALLY, io.clausestream.schema.state.CategoryTally.class, VERSION);

  byte[] encode(CategoryTally tally) {
    return avro.encode(
        new io.clausestream.schema.state.CategoryTally(
            tally.day().toEpochDay(),
            tally.with(),
            tally.tracked(),
            tally.waiting().stream().map(CategoryTallyCodec::toState).toList()));
  }

  CategoryTally decode(byte[] stored) {
    var tally = avro.decode(stored);
    return new CategoryTally(
        LocalDate.ofEpochDay(tally.getDay()),
        tally.getWith(),
        tally.getTracked(),
        tally.getWaiting().stream().map(CategoryTallyCodec::toCore).toList());
  }

  private static WaitingMove toState(Move move) {
    return new WaitingMove(
        move.direction().name(), move.platform(), Millis.of(move.at()), move.changeId());
  }

  private static Move toCore(WaitingMove move) {
    return new Move(
        Direction.valueOf(move.getDirection()),
        move.getPlatform(),
        Millis.toInstant(move.getAt()),
        move.getChangeId());
  }
}
