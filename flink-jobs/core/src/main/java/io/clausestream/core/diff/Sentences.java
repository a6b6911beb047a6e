package io.clausestream.core.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * The gaps between two lists of words: sought at once where few words differ, else sentence by
 * sentence and then within what lies between equal ones, so that a long text costs no more than its
 * length times a bound.
 */
final class Sentences {

  private static final String ENDS = ".!?;:";

  /** Place of the first word of each sentence, and of the end. */
  private final List<Integer> starts = new ArrayList<>();

  private final List<String> texts = new ArrayList<>();

  private Sentences(List<String> words) {
    int start = 0;
    for (int i = 0; i < words.size(); i++) {
      if (i == words.size() - 1 || ENDS.contains(words.get(i))) {
        starts.add(start);
        texts.add(String.join(" ", words.subList(start, i + 1)));
        start = i + 1;
      }
    }
    starts.add(start);
  }

  static List<Gap> gaps(List<String> before, List<String> after) {
    if (Gap.differing(before, after).size() <= WordDiff.MAX_WORDS) {
      return Gap.between(before, after, WordDiff.MAX_WORDS);
    }
    Sentences old = new Sentences(before);
    Sentences now = new Sentences(after);
    List<Gap> gaps = new ArrayList<>();
    for (Gap gap : Gap.between(old.texts, now.texts, WordDiff.MAX_SENTENCES)) {
      int oldStart = old.starts.get(gap.beforeStart());
      int nowStart = now.starts.get(gap.afterStart());
      Gap.between(
              before.subList(oldStart, old.starts.get(gap.beforeEnd())),
              after.subList(nowStart, now.starts.get(gap.afterEnd())),
              WordDiff.MAX_WORDS)
          .forEach(inner -> gaps.add(inner.shift(oldStart, nowStart)));
    }
    return gaps;
  }
}
