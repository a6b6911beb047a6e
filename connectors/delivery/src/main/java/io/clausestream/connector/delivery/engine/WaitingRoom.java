package io.clausestream.connector.delivery.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which waiting deliveries have a place in memory, shared by target. Each target has a fair share
 * for sure, and may hold more while more is free than it holds: one dead target has half of the
 * places. When a target lacks its share, those that hold more than theirs are cut back to it. What
 * has no place stays on the topic, and is read again when its target holds few. For one thread.
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
    if (all >= places || (own >= places - all && own >= share(circuit))) {
      return false;
    }
    taken.put(circuit, own + 1);
    all++;
    return true;
  }

  /** Whether a target that found no place lacks its share, so that others have to be cut back. */
  boolean isOwed(String circuit) {
    return of(circuit) < share(circuit);
  }

  /** Whether a target holds more than its share. */
  boolean hasTooMany(String circuit) {
    return of(circuit) > share(circuit);
  }

  /** Frees a place. */
  void leave(String circuit) {
    taken.computeIfPresent(circuit, (c, own) -> own == 1 ? null : own - 1);
    all--;
  }

  /** An entry of the topic has no place, or has one no more. */
  void leftOnTopic(String circuit, int partition, long offset) {
    crowded.add(circuit);
    leftFrom.merge(partition, offset, Math::min);
  }

  /** Whether a target of what was left on the topic holds so few that reading it again pays. */
  boolean hasRoomAgain() {
    return !leftFrom.isEmpty() && crowded.stream().anyMatch(c -> 2L * of(c) < share(c));
  }

  /** From which offset of each partition on something was left. */
  Map<Integer, Long> left() {
    return Map.copyOf(leftFrom);
  }

  /** All that was left is read again; what still has no place is left anew. */
  void leftIsReadAgain() {
    leftFrom.clear();
    crowded.clear();
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

  /** Equal for all targets that wait, and one is always left over for the next. */
  private int share(String circuit) {
    int targets = taken.containsKey(circuit) ? taken.size() : taken.size() + 1;
    return places / (targets + 1);
  }

  private int of(String circuit) {
    return taken.getOrDefault(circuit, 0);
  }
}
