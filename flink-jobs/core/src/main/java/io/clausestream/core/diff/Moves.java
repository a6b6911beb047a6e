package io.clausestream.core.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins blocks that were removed at one place and added at another with the same text. */
final class Moves {

  private Moves() {}

  static List<Hunk> find(List<Hunk> hunks) {
    Map<String, Deque<Hunk>> removed = new HashMap<>();
    for (Hunk hunk : hunks) {
      if (hunk.operation() == Operation.REMOVED) {
        removed.computeIfAbsent(hunk.textBefore(), text -> new ArrayDeque<>()).add(hunk);
      }
    }
    List<Hunk> joined = new ArrayList<>(hunks.size());
    for (Hunk hunk : hunks) {
      joined.add(hunk.operation() == Operation.ADDED ? move(hunk, removed) : hunk);
    }
    joined.removeIf(hunk -> hunk.operation() == Operation.REMOVED && !isLeft(hunk, removed));
    return joined;
  }

  private static Hunk move(Hunk added, Map<String, Deque<Hunk>> removed) {
    Deque<Hunk> same = removed.get(added.textAfter());
    if (same == null || same.isEmpty()) {
      return added;
    }
    return new Hunk(Operation.MOVED, added.headingPath(), same.poll().before(), added.after());
  }

  private static boolean isLeft(Hunk hunk, Map<String, Deque<Hunk>> removed) {
    Deque<Hunk> same = removed.get(hunk.textBefore());
    return same != null && same.remove(hunk);
  }
}
