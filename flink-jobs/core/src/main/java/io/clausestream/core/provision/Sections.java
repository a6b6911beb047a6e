package io.clausestream.core.provision;

import java.util.HashMap;
import java.util.Map;

/**
 * Which sections of two texts are the same: those with the same headings, and those that most of
 * the clauses of one went to when headings were reworded or put above.
 */
final class Sections {

  private final Reading before;
  private final Reading after;
  private final Matching matching;
  private final Map<Long, Long> counterparts = new HashMap<>();

  Sections(Reading before, Reading after, Matching matching) {
    this.before = before;
    this.after = after;
    this.matching = matching;
    Map<Move, Integer> votes = new HashMap<>();
    Map<Long, Integer> most = new HashMap<>();
    for (int j = 0; j < after.size(); j++) {
      int i = matching.beforeOf(j);
      if (i != Matching.NONE) {
        Move move = new Move(before.read().get(i).pathKey(), after.read().get(j).pathKey());
        int count = votes.merge(move, 1, Integer::sum);
        if (count > most.getOrDefault(move.from(), 0)) {
          most.put(move.from(), count);
          counterparts.put(move.from(), move.to());
        }
      }
    }
  }

  /** From the headings before to the headings after. */
  private record Move(long from, long to) {}

  /** Whether a clause before and one after stand under the same headings. */
  boolean same(int i, int j) {
    Reading.Read old = before.read().get(i);
    Reading.Read now = after.read().get(j);
    return old.pathKey() == now.pathKey()
        || old.headingKey() == now.headingKey() && old.headingKey() != Reading.NO_HEADING
        || counterparts.getOrDefault(old.pathKey(), old.pathKey()) == now.pathKey();
  }

  /** Whether the clause before each, or the clause behind each, is the same. */
  boolean adjoin(int i, int j) {
    return i > 0 && j > 0 && matching.beforeOf(j - 1) == i - 1
        || i + 1 < before.size() && j + 1 < after.size() && matching.beforeOf(j + 1) == i + 1;
  }
}
