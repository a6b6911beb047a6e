package io.clausestream.core.severity;

import java.util.List;
import java.util.Optional;

/**
 * A stretch of a block's text: changed words, or the words that made a rule apply.
 *
 * @param side which text the offsets count in
 * @param start offset of the first character, in UTF-16 units
 * @param end offset behind the last character, in UTF-16 units
 * @param ruleId the rule that the words made apply; empty for changed words
 */
public record Span(Side side, int start, int end, Optional<String> ruleId) {

  static Span changed(Side side, int start, int length) {
    return new Span(side, start, start + length, Optional.empty());
  }

  /**
   * Whether one of some spans has a character in common with a stretch.
   *
   * @param sorted spans of one side in order, none of which reaches into the next
   */
  static boolean touch(List<Span> sorted, int start, int end) {
    int first = firstBehind(sorted, start);
    return first < sorted.size() && sorted.get(first).start < end;
  }

  /** Whether a stretch lies within one of some such spans. */
  static boolean hold(List<Span> sorted, int start, int end) {
    int first = firstBehind(sorted, start);
    return first < sorted.size()
        && sorted.get(first).start <= start
        && end <= sorted.get(first).end;
  }

  private static int firstBehind(List<Span> sorted, int offset) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).end <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A text of a block. */
  public enum Side {
    BEFORE,
    AFTER
  }
}
