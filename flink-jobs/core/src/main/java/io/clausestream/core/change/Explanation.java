package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What explains blocks that differ without a change of the document. */
interface Explanation {

  /** The reason that is told when it explains most of a difference. */
  SuppressionReason reason();

  /** The hunks that it explains. */
  Set<Hunk> of(List<Hunk> hunks);

  /** One that looks at each hunk by itself. */
  static Explanation ofEach(SuppressionReason reason, Predicate<Hunk> explains) {
    return of(
        reason,
        hunks -> {
          Set<Hunk> explained = identitySet();
          hunks.stream().filter(explains).forEach(explained::add);
          return explained;
        });
  }

  /**
   * One that compares what blocks say before and after, also of a block that went and another that
   * came.
   *
   * @param key what a block says: blocks with the same key explain each other
   */
  static Explanation ofPairs(SuppressionReason reason, Function<Block, String> key) {
    return of(
        reason,
        hunks -> {
          Set<Hunk> explained = identitySet();
          Map<String, Deque<Hunk>> gone = new HashMap<>();
          for (Hunk hunk : hunks) {
            if (hunk.operation() == Operation.REMOVED) {
              gone.computeIfAbsent(hunk.before().map(key).orElseThrow(), k -> new ArrayDeque<>())
                  .add(hunk);
            } else if (hunk.operation() == Operation.MODIFIED
                && hunk.before().map(key).equals(hunk.after().map(key))) {
              explained.add(hunk);
            }
          }
          for (Hunk hunk : hunks) {
            Deque<Hunk> same =
                hunk.operation() == Operation.ADDED
                    ? gone.getOrDefault(hunk.after().map(key).orElseThrow(), new ArrayDeque<>())
                    : new ArrayDeque<>();
            if (!same.isEmpty()) {
              explained.add(hunk);
              explained.add(same.poll());
            }
          }
          return explained;
        });
  }

  private static Explanation of(
      SuppressionReason reason, Function<List<Hunk>, Set<Hunk>> explained) {
    return new Explanation() {
      @Override
      public SuppressionReason reason() {
        return reason;
      }

      @Override
      public Set<Hunk> of(List<Hunk> hunks) {
        return explained.apply(hunks);
      }
    };
  }

  private static Set<Hunk> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
