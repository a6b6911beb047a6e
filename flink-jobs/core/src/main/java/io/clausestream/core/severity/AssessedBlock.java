package io.clausestream.core.severity;

import io.clausestream.core.diff.Hunk;
import java.util.List;

/**
 * A changed block with what the rules say of it.
 *
 * @param hunk the block before and after
 * @param categories ids of its categories, in the rule set's order; empty when no rule knows it
 * @param spans changed words and the words that made rules apply, by side and start
 */
public record AssessedBlock(Hunk hunk, List<String> categories, List<Span> spans) {

  /** Copies the lists. */
  public AssessedBlock {
    categories = List.copyOf(categories);
    spans = List.copyOf(spans);
  }
}
