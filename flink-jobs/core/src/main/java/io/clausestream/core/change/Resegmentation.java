package io.clausestream.core.change;

import io.clausestream.core.diff.Hunk;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Neighbouring blocks that hold the same words before and after, cut into blocks otherwise. */
final class Resegmentation implements Explanation {

  /** So many neighbouring blocks are looked at together. */
  private static final int MOST = 16;

  @Override
  public SuppressionReason reason() {
    return SuppressionReason.RESEGMENTED;
  }

  @Override
  public Set<Hunk> of(List<Hunk> hunks) {
    Set<Hunk> explained = Collections.newSetFromMap(new IdentityHashMap<>());
    int start = 0;
    while (start < hunks.size()) {
      int end = end(hunks, start);
      explained.addAll(hunks.subList(start, Math.max(start, end)));
      start = Math.max(start + 1, end);
    }
    return explained;
  }

  /** Behind the last of the blocks from one on that hold the same words; before it if none do. */
  private static int end(List<Hunk> hunks, int start) {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (int i = start; i < Math.min(hunks.size(), start + MOST); i++) {
      before.append(Folding.fold(hunks.get(i).textBefore()));
      after.append(Folding.fold(hunks.get(i).textAfter()));
      if (before.length() == after.length() && before.compareTo(after) == 0) {
        return i + 1;
      }
    }
    return start;
  }
}
