package io.clausestream.connector.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

  @Test
  void deadTargetsShareThePlacesAndLeaveSomeToTheOthers() {
    assertThat(shares(120, 1)).containsExactly(60);
    assertThat(shares(120, 2)).containsExactly(40, 40);
    assertThat(shares(120, 11)).containsOnly(10).hasSize(11);
  }

  @Test
  void aTargetThatLacksItsShareHasOthersCutBack() {
    WaitingRoom room = new WaitingRoom(100);
    for (int target = 0; target < 20; target++) {
      fill(room, "c" + target);
    }
    // The first took half, the second half of the rest, and so on: nothing is left.
    assertThat(room.enter("new")).isFalse();
    assertThat(room.isOwed("new")).isTrue();
    assertThat(room.hasTooMany("c0")).isTrue();
    while (room.hasTooMany("c0")) {
      room.leave("c0");
    }
    assertThat(room.enter("new")).isTrue();
  }

  @Test
  void whatWasLeftIsReadAgainWhenItsTargetHoldsHalfOfItsShare() {
    WaitingRoom room = new WaitingRoom(12);
    fill(room, "a");
    room.leftOnTopic("a", 0, 7);
    room.leave("a");
    room.leave("a");
    room.leave("a");
    assertThat(room.hasRoomAgain()).isFalse();
    room.leave("a");
    assertThat(room.hasRoomAgain()).isTrue();
  }

  @Test
  void aPartitionThatGoesIsNotReadAgain() {
    WaitingRoom room = new WaitingRoom(4);
    room.leftOnTopic("a", 0, 7);
    room.leftOnTopic("a", 0, 5);
    room.leftOnTopic("b", 1, 9);
    room.drop(1);
    assertThat(room.hasRoomAgain()).isTrue();
    assertThat(room.left()).containsExactly(Map.entry(0, 5L));
    room.leftIsReadAgain();
    assertThat(room.hasRoomAgain()).isFalse();
  }

  private static int fill(WaitingRoom room, String circuit) {
    int count = 0;
    while (room.enter(circuit)) {
      count++;
    }
    return count;
  }

  /** How many places each of so many targets has in the end, when all want all. */
  private static int[] shares(int places, int targets) {
    WaitingRoom room = new WaitingRoom(places);
    int[] shares = new int[targets];
    for (int i = 0; i < places * targets; i++) {
      if (room.enter("c" + i % targets)) {
        shares[i % targets]++;
      }
    }
    return shares;
  }
}
