package io.clausestream.core.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.severity.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovementsTest {

  private static final Instant END = Instant.parse("2026-03-03T00:00:00Z");
  private static final MovementRule RULE = new MovementRule(3, Duration.ofDays(10));

  @Test
  void fewerPlatformsThanTheRuleAsksForWait() {
    Movements movements = Movements.at(END, List.of(adverse("A", 1), adverse("B", 2)), RULE);

    assertThat(movements.told()).isEmpty();
    assertThat(movements.waiting()).containsExactly(adverse("B", 2), adverse("A", 1));
  }

  @Test
  void soManyPlatformsAreAMovementAndTheirMovesWaitNoLonger() {
    List<Move> moves = List.of(adverse("A", 1), adverse("B", 2), adverse("C", 9));

    Movements movements = Movements.at(END, moves, RULE);

    assertThat(movements.told())
        .containsExactly(
            new CoMovement(
                Direction.ADVERSE, List.of(adverse("C", 9), adverse("B", 2), adverse("A", 1))));
    assertThat(movements.waiting()).isEmpty();
  }

  @Test
  void aMovementIsNotToldAgainWhenAFurtherPlatformMoves() {
    Movements first =
        Movements.at(END, List.of(adverse("A", 1), adverse("B", 2), adverse("C", 3)), RULE);
    List<Move> next = new ArrayList<>(first.waiting());
    next.add(adverse("D", 0));

    Movements second = Movements.at(END.plus(Duration.ofDays(1)), next, RULE);

    assertThat(second.told()).isEmpty();
    assertThat(second.waiting()).containsExactly(adverse("D", 0));
  }

  @Test
  void onePlatformCountsOnceHoweverOftenItMoves() {
    List<Move> moves = List.of(adverse("A", 3), adverse("A", 2), adverse("A", 1), adverse("B", 1));

    assertThat(Movements.at(END, moves, RULE))
        .isEqualTo(new Movements(List.of(), List.of(adverse("A", 1), adverse("B", 1))));
  }

  @Test
  void theWindowEndsWithTheDayAndItsFirstInstantCounts() {
    List<Move> moves = List.of(adverse("A", 10), adverse("B", 1), adverse("C", 1));

    assertThat(Movements.at(END, moves, RULE).told()).hasSize(1);
    assertThat(Movements.at(END.plusMillis(1), moves, RULE))
        .isEqualTo(new Movements(List.of(), List.of(adverse("B", 1), adverse("C", 1))));
  }

  @Test
  void directionsAreCountedApart() {
    List<Move> moves =
        List.of(
            adverse("A", 1),
            adverse("B", 1),
            move(Direction.PROTECTIVE, "C", 1),
            move(Direction.PROTECTIVE, "A", 1));

    Movements movements = Movements.at(END, moves, RULE);

    assertThat(movements.told()).isEmpty();
    assertThat(movements.waiting()).hasSize(4);
  }

  @Test
  void theOrderInWhichMovesComeDoesNotMatter() {
    List<Move> moves =
        new ArrayList<>(
            IntStream.range(0, 40).mapToObj(i -> adverse("P" + i % 7, i % 12)).toList());
    Movements inOrder = Movements.at(END, moves, RULE);

    Collections.reverse(moves);

    assertThat(Movements.at(END, moves, RULE)).isEqualTo(inOrder);
    assertThat(inOrder.told()).hasSize(1);
  }

  @Test
  void aRuleOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> new MovementRule(1, Duration.ofDays(1)))
        .hasMessage("must be 2 or more platforms, but is 1");
    assertThatThrownBy(() -> new MovementRule(2, Duration.ofHours(23)))
        .hasMessage("must be 1 to 366 days, but is PT23H");
  }

  private static Move adverse(String platform, int daysBefore) {
    return move(Direction.ADVERSE, platform, daysBefore);
  }

  private static Move move(Direction direction, String platform, int daysBefore) {
    return new Move(
        direction, platform, END.minus(Duration.ofDays(daysBefore)), platform + daysBefore);
  }
}
