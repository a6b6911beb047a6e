package io.clausestream.core.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch between two equal ones: what stood there before, and what stands there after. The only
 * place that knows the library that finds it (Myers, "An O(ND) Difference Algorithm", in linear
 * space).
 */
record Gap(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {

  /** The gaps between two lists, in order; neighbours are joined. */
  static List<Gap> between(List<String> before, List<String> after) {
    List<Gap> gaps = new ArrayList<>();
    for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(before, after, null)) {
      Gap gap =
          new Gap(change.startOriginal, change.endOriginal, change.startRevised, change.endRevised);
      Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
      if (last != null && last.touches(gap)) {
        gaps.set(gaps.size() - 1, last.join(gap));
      } else {
        gaps.add(gap);
      }
    }
    return gaps;
  }

  private boolean touches(Gap next) {
    return beforeEnd == next.beforeStart && afterEnd == next.afterStart;
  }

  private Gap join(Gap next) {
    return new Gap(beforeStart, next.beforeEnd, afterStart, next.afterEnd);
  }
}
