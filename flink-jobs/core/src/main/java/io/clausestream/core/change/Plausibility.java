package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.diff.WordPairs;
import io.clausestream.core.quality.Evidence;
import io.clausestream.core.quality.EvidenceCode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a capture can be a version of the document, seen what the document was before. A rewrite
 * keeps many of its pairs of words, for it speaks of the same things in the same language; an error
 * page, a front page or an empty shell keeps next to none.
 */
final class Plausibility {

  /** Rewrites in the labelled history keep 0.21 of their pairs of words and more. */
  private static final double ANOTHER = 0.15;

  /** Rewrites seldom keep less: a text that does waits for its confirmation. */
  private static final double REPLACED = 0.3;

  /** What is left of a document of which a part was not delivered. */
  private static final double LOSS = 0.4;

  /** A part of a document says nothing that the document did not. */
  private static final double PART = 0.9;

  /** A text below this length that grew by {@link #GROWTH} was not the document. */
  private static final int SHORT_BASELINE = 1_500;

  private static final int GROWTH = 4;

  /** A page with less text is a notice, whatever its title says. */
  private static final int TINY = 500;

  /** A heading is no longer. */
  private static final int LONGEST_LINE = 160;

  private Plausibility() {}

  /**
   * What speaks against a text as the next version of a document; empty when nothing does.
   *
   * @param sameTitle whether the page calls itself the same: a page of some length that does may be
   *     what the document has become, and only waits for confirmation
   */
  static Optional<Evidence> doubt(List<Block> before, List<Block> after, boolean sameTitle) {
    Optional<Evidence> markup = ShownMarkup.evidence(before, after);
    if (markup.isPresent()) {
      return markup;
    }
    if (sameTitle && length(after) >= TINY || isGrowth(before, after)) {
      return Optional.empty();
    }
    WordPairs old = WordPairs.of(before);
    WordPairs now = WordPairs.of(after);
    double kept = old.shareIn(now);
    if (kept >= LOSS || keepsHeadings(before, after)) {
      return Optional.empty();
    }
    boolean part = now.shareIn(old) > PART;
    if (part && length(after) * 2 < length(before)) {
      return Optional.of(evidence(EvidenceCode.LOSS_OF_TEXT, kept, "and nothing new stands there"));
    }
    return kept < ANOTHER
        ? Optional.of(evidence(EvidenceCode.ANOTHER_PAGE, kept, "and another text stands there"))
        : Optional.empty();
  }

  /** Whether so little of the text before is left that another page may stand there. */
  static boolean isReplaced(List<Block> before, List<Block> after) {
    return WordPairs.of(before).shareIn(WordPairs.of(after)) < REPLACED
        && !keepsHeadings(before, after);
  }

  /**
   * Whether a part of a text reads as a document: it is longer than a notice, and its first heading
   * stood as a line in the text, whatever element made it one there.
   */
  static boolean isDocument(List<Block> before, List<Block> part) {
    return length(part) >= TINY
        && part.stream()
            .filter(block -> block.kind() == BlockKind.HEADING)
            .findFirst()
            .map(first -> Folding.fold(first.text()))
            .filter(first -> before.stream().anyMatch(line -> isLine(line, first)))
            .isPresent();
  }

  private static boolean isLine(Block block, String folded) {
    return block.text().length() < LONGEST_LINE && Folding.fold(block.text()).equals(folded);
  }

  /** A rewrite of a short document may keep nothing but its headings. */
  private static boolean keepsHeadings(List<Block> before, List<Block> after) {
    Set<String> old = headings(before);
    Set<String> kept = headings(after);
    kept.retainAll(old);
    return old.size() > 1 && kept.size() * 2 >= old.size();
  }

  private static Set<String> headings(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> block.kind() == BlockKind.HEADING)
        .map(block -> block.text().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether the text before was no more than a shell of the text after. */
  static boolean isGrowth(List<Block> before, List<Block> after) {
    return length(before) < SHORT_BASELINE && length(after) > GROWTH * length(before);
  }

  private static Evidence evidence(EvidenceCode code, double kept, String what) {
    return new Evidence(
        code,
        String.format(
            Locale.ROOT,
            "%.0f %% of the document's pairs of words are left, %s",
            kept * 100,
            what));
  }

  private static long length(List<Block> blocks) {
    return blocks.stream().mapToLong(block -> block.text().length()).sum();
  }
}
