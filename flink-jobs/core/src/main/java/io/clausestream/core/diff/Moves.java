package io.clausestream.core.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    Set<Hunk> moved = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Hunk> joined = new ArrayList<>(hunks.size());
    for (Hunk hunk : hunks) {
      Hunk source = hunk.operation() == Operation.ADDED ? source(hunk, removed) : null;
      if (source == null) {
        joined.add(hunk);
      } else {
        moved.add(source);
        joined.add(
            new Hunk(
                Operation.MOVED,
                hunk.headingPath(),
                source.before(),
                hunk.after(),
                source.beforeAt(),
                hunk.afterAt()));
      }
    }
    joined.removeIf(moved::contains);
    return joined;
  }

  private static @Nullable Hunk source(Hunk added, Map<String, Deque<Hunk>> removed) {
    Deque<Hunk> same = removed.get(added.textAfter());
    return same == null ? null : same.poll();
  }
}
