package io.clausestream.cli.console;

import io.clausestream.schema.BlockChange;
import io.clausestream.schema.Side;
import io.clausestream.schema.Span;
import java.util.Comparator;
import java.util.List;

/** The spans of a block by what they mark. Stateless. */
public final class RuleWords {

  private RuleWords() {}

  /** Words of one side that changed, by their start. */
  static List<Span> changed(BlockChange block, Side side) {
    return block.getSpans().stream()
        .filter(span -> span.getSide() == side && span.getRuleId() == null)
        .sorted(Comparator.comparingInt(Span::getStart))
        .toList();
  }

  /** Words of either side that made a rule apply, those that tell a subject included. */
  public static List<Span> ofRules(BlockChange block) {
    return block.getSpans().stream().filter(span -> span.getRuleId() != null).toList();
  }

  /** Words of one side that made a rule apply which says more than the subject. */
  static List<Span> telling(BlockChange block, Side side) {
    return ofRules(block).stream()
        .filter(span -> span.getSide() == side && !isSubject(block, span.getRuleId()))
        .toList();
  }

  /** The words that a span marks; empty where it points behind the text. */
  public static String text(BlockChange block, Span span) {
    String text = span.getSide() == Side.BEFORE ? block.getBefore() : block.getAfter();
    int points = text == null ? 0 : text.codePointCount(0, text.length());
    int start = Math.min(span.getStart(), points);
    int end = Math.min(span.getEnd(), points);
    return text == null || start < 0 || end <= start
        ? ""
        : text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
  }

  private static boolean isSubject(BlockChange block, String ruleId) {
    return block.getCategories().contains(ruleId) || Told.isSubject(ruleId);
  }
}
