package io.clausestream.connector.delivery.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which waiting deliveries have a place in memory. A target may hold as many as are still free, so
 * one dead target holds half of all places, two a third each, and some are always left to the
 * others. What has no place stays on the topic and is read again when its target holds few. For one
 * thread.
 */
final class WaitingRoom {

  private final int places;
  private final Map<String, Integer> taken = new HashMap<>();
  private final Set<String> crowded = new HashSet<>();
  private final Map<Integer, Long> leftFrom = new HashMap<>();
  private int all;

  WaitingRoom(int places) {
    this.places = places;
  }

  /** Takes a place for a delivery to a target; false when there is none for it. */
  boolean enter(String circuit) {
    int own = of(circuit);
    if (own >= free()) {
      return false;
    }
    taken.put(circuit, own + 1);
    all++;
    return true;
  }

  /** Frees a place. */
  void leave(String circuit) {
    taken.computeIfPresent(circuit, (c, own) -> own == 1 ? null : own - 1);
    all--;
  }

  /** An entry of the topic has no place. */
  void leftOnTopic(String circuit, int partition, long offset) {
    crowded.add(circuit);
    leftFrom.merge(partition, offset, Math::min);
  }

  /** Whether a target of what was left on the topic has so much room that reading it again pays. */
  boolean hasRoomAgain() {
    return !leftFrom.isEmpty() && crowded.stream().anyMatch(c -> 2L * of(c) < free());
  }

  /** From which offset of each partition on something was left; nothing is from now on. */
  Map<Integer, Long> takeLeft() {
    Map<Integer, Long> left = Map.copyOf(leftFrom);
    leftFrom.clear();
    crowded.clear();
    return left;
  }

  /** The partition belongs to another process now. */
  void drop(int partition) {
    leftFrom.remove(partition);
    if (leftFrom.isEmpty()) {
      crowded.clear();
    }
  }

  /** Targets of which something was left on the topic. */
  int crowdedTargets() {
    return crowded.size();
  }

  private int of(String circuit) {
    return taken.getOrDefault(circuit, 0);
  }

  private int free() {
    return places - all;
  }
}
