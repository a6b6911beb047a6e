package io.clausestream.connector.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

  @Test
  void deadTargetsShareThePlacesAndLeaveSomeToTheOthers() {
    assertThat(shares(120, 1)).containsExactly(60);
    assertThat(shares(120, 2)).containsExactly(40, 40);
    assertThat(shares(120, 11)).containsOnly(10).hasSize(11);
  }

  @Test
  void neverMoreThanThePlacesAndAlwaysOneForAnother() {
    Random random = new Random(20260105);
    WaitingRoom room = new WaitingRoom(100);
    Map<String, Integer> inside = new HashMap<>();
    for (int step = 0; step < 20_000; step++) {
      String circuit = "c" + random.nextInt(40);
      if (random.nextInt(3) > 0) {
        if (room.enter(circuit)) {
          inside.merge(circuit, 1, Integer::sum);
        }
      } else if (inside.containsKey(circuit)) {
        room.leave(circuit);
        inside.computeIfPresent(circuit, (c, own) -> own == 1 ? null : own - 1);
      }
      int all = inside.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(all).isLessThan(100);
      assertThat(room.enter("new-" + step)).isTrue();
      room.leave("new-" + step);
    }
  }

  @Test
  void aPartitionThatGoesIsNotReadAgain() {
    WaitingRoom room = new WaitingRoom(4);
    room.leftOnTopic("a", 0, 7);
    room.leftOnTopic("a", 0, 5);
    room.leftOnTopic("b", 1, 9);
    room.drop(1);
    assertThat(room.hasRoomAgain()).isTrue();
    assertThat(room.takeLeft()).containsExactly(Map.entry(0, 5L));
    assertThat(room.hasRoomAgain()).isFalse();
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
