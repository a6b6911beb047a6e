package io.clausestream.core.severity;

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

  /** A text of a block. */
  public enum Side {
    BEFORE,
    AFTER
  }
}
