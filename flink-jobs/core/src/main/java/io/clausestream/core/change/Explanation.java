package io.clausestream.core.change;

import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What explains blocks that differ without a change of the document. */
interface Explanation {

  /** Beyond so many blocks on a side, blocks that came are not paired with blocks that went. */
  int MAX_PAIRED = 64;

  /** The reason that is told when it explains most of a difference. */
  SuppressionReason reason();

  /** The hunks that it explains. */
  Set<Hunk> of(List<Hunk> hunks);

  /** One that looks at each hunk by itself. */
  static Explanation ofEach(SuppressionReason reason, Predicate<Hunk> explains) {
    return new Explanation() {
      @Override
      public SuppressionReason reason() {
        return reason;
      }

      @Override
      public Set<Hunk> of(List<Hunk> hunks) {
        Set<Hunk> explained = Collections.newSetFromMap(new IdentityHashMap<>());
        hunks.stream().filter(explains).forEach(explained::add);
        return explained;
      }
    };
  }

  /** One that compares before and after, also of a block that went and another that came. */
  static Explanation ofPairs(SuppressionReason reason, BiPredicate<String, String> isSame) {
    return new Explanation() {
      @Override
      public SuppressionReason reason() {
        return reason;
      }

      @Override
      public Set<Hunk> of(List<Hunk> hunks) {
        Set<Hunk> explained = Collections.newSetFromMap(new IdentityHashMap<>());
        hunks.stream()
            .filter(hunk -> hunk.operation() == Operation.MODIFIED)
            .filter(hunk -> isSame.test(hunk.textBefore(), hunk.textAfter()))
            .forEach(explained::add);
        pair(hunks, explained);
        return explained;
      }

      private void pair(List<Hunk> hunks, Set<Hunk> explained) {
        List<Hunk> gone = new ArrayList<>(only(hunks, Operation.REMOVED));
        List<Hunk> come = only(hunks, Operation.ADDED);
        if (gone.size() > MAX_PAIRED || come.size() > MAX_PAIRED) {
          return;
        }
        for (Hunk added : come) {
          gone.stream()
              .filter(removed -> isSame.test(removed.textBefore(), added.textAfter()))
              .findFirst()
              .ifPresent(
                  removed -> {
                    explained.add(added);
                    explained.add(removed);
                    gone.removeIf(hunk -> hunk == removed);
                  });
        }
      }

      private static List<Hunk> only(List<Hunk> hunks, Operation operation) {
        return hunks.stream().filter(hunk -> hunk.operation() == operation).toList();
      }
    };
  }
}
