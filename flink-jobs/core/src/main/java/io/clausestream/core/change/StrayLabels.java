package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Short labels that stand alone between the paragraphs of a document, as buttons do and words for
 * readers of a screen ("Back to top"). They come with a design and go with it. One that gives way
 * to another may be an answer, lines that follow each other may be a list or an address, and what
 * the rules see a clause in is one: these count.
 */
final class StrayLabels {

  private static final int LONGEST = 40;

  /** Four words can be a statement. */
  private static final int MOST_WORDS = 3;

  private static final int PARAGRAPH = 80;
  private static final String ENDS = ".!?;:";

  private final List<Block> before;
  private final List<Block> after;
  private final Predicate<Hunk> clauses;
  private final Set<String> goneAround = new HashSet<>();
  private final Set<String> comeAround = new HashSet<>();

  /**
   * Looks for labels.
   *
   * @param hunks all that differs in place
   * @param clauses whether the rules see a clause in a hunk
   */
  StrayLabels(List<Block> before, List<Block> after, List<Hunk> hunks, Predicate<Hunk> clauses) {
    this.before = before;
    this.after = after;
    this.clauses = clauses;
    for (Hunk hunk : hunks) {
      if (hunk.operation() == Operation.REMOVED && isShort(hunk.block())) {
        goneAround.addAll(around(hunk));
      } else if (hunk.operation() == Operation.ADDED && isShort(hunk.block())) {
        comeAround.addAll(around(hunk));
      }
    }
  }

  /** Whether a hunk shows nothing but such a label that came or went. */
  boolean explains(Hunk hunk) {
    if (hunk.operation() == Operation.MODIFIED || !isLabel(hunk.block())) {
      return false;
    }
    boolean added = hunk.operation() == Operation.ADDED;
    int at = place(hunk);
    return standsAlone(text(hunk), at - 1)
        && standsAlone(text(hunk), at + 1)
        && around(hunk).stream().noneMatch((added ? goneAround : comeAround)::contains)
        && !clauses.test(hunk);
  }

  private List<Block> text(Hunk hunk) {
    return hunk.operation() == Operation.ADDED ? after : before;
  }

  private static int place(Hunk hunk) {
    return hunk.operation() == Operation.ADDED ? hunk.afterAt() : hunk.beforeAt();
  }

  /** What stands before and behind a hunk: what gives way to it stands between the same. */
  private List<String> around(Hunk hunk) {
    return List.of("<" + line(hunk, -1), ">" + line(hunk, 1));
  }

  private String line(Hunk hunk, int step) {
    List<Block> text = text(hunk);
    int at = place(hunk) + step;
    return at < 0 || at >= text.size() ? "" : text.get(at).text();
  }

  /** A short line that is no sentence in any script. */
  private static boolean isLabel(Block block) {
    return isShort(block) && !LineEnds.hasNoSpaces(block.text()) && !LineEnds.ends(block.text());
  }

  /** What may take a label's place: a label, or a line that is like one by its length. */
  private static boolean isShort(Block block) {
    String text = block.text();
    return block.kind() == BlockKind.PARAGRAPH
        && text.length() <= LONGEST
        && text.split(" ", MOST_WORDS + 1).length <= MOST_WORDS
        && text.chars().anyMatch(Character::isLetter)
        && text.chars().noneMatch(Character::isDigit)
        && !isPlainSentence(text);
  }

  /** Whether the block at a place leaves its neighbour alone: it is no short line itself. */
  private static boolean standsAlone(List<Block> text, int at) {
    if (at < 0 || at >= text.size()) {
      return true;
    }
    Block block = text.get(at);
    return block.kind() != BlockKind.PARAGRAPH
        || block.text().length() >= PARAGRAPH
        || isPlainSentence(block.text());
  }

  /**
   * Whether a line ends as a sentence beyond doubt: a neighbour in doubt may be a line of a list.
   */
  private static boolean isPlainSentence(String text) {
    return ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
