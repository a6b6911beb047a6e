package io.clausestream.core.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stretch between two equal ones: what stood there before, and what stands there after. The only
 * place that knows the library that finds it (Myers, "An O(ND) Difference Algorithm", in linear
 * space).
 */
record Gap(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {

  /**
   * The gaps between two lists, in order; neighbours are joined. Lists that differ in more than
   * {@code most} places together give one gap, as the search grows with the square of that.
   */
  static List<Gap> between(List<String> before, List<String> after, int most) {
    Gap all = differing(before, after);
    if (all.size() > most) {
      return List.of(all);
    }
    // Numbers, as the search compares each item with many others.
    Map<String, Integer> numbers = new HashMap<>();
    List<Integer> left = numbers(before.subList(all.beforeStart, all.beforeEnd), numbers);
    List<Integer> right = numbers(after.subList(all.afterStart, all.afterEnd), numbers);
    return search(left, right).stream()
        .map(gap -> gap.shift(all.beforeStart, all.afterStart))
        .toList();
  }

  private static List<Integer> numbers(List<String> items, Map<String, Integer> known) {
    List<Integer> numbers = new ArrayList<>(items.size());
    for (String item : items) {
      Integer next = known.size();
      Integer number = known.putIfAbsent(item, next);
      numbers.add(number == null ? next : number);
    }
    return numbers;
  }

  /** All but the equal items at both ends. */
  static Gap differing(List<String> before, List<String> after) {
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    return new Gap(head, before.size() - tail, head, after.size() - tail);
  }

  private static List<Gap> search(List<Integer> before, List<Integer> after) {
    List<Gap> gaps = new ArrayList<>();
    for (Change change : new MyersDiffWithLinearSpace<Integer>().computeDiff(before, after, null)) {
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

  /** How many items it holds on both sides. */
  int size() {
    return beforeEnd - beforeStart + afterEnd - afterStart;
  }

  /** The same, of lists that so many items stand before. */
  Gap shift(int before, int after) {
    return new Gap(beforeStart + before, beforeEnd + before, afterStart + after, afterEnd + after);
  }

  private boolean touches(Gap next) {
    return beforeEnd == next.beforeStart && afterEnd == next.afterStart;
  }

  private Gap join(Gap next) {
    return new Gap(beforeStart, next.beforeEnd, afterStart, next.afterEnd);
  }
}
