package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.CanonicalPage;
import java.util.List;
import java.util.Set;

/**
 * A text that is judged as the next version of a document.
 *
 * @param texts SHA-256 of the text, under each version of the rules that is known
 * @param blocks its blocks
 * @param links where the links of its page lead; none when they are not kept
 * @param settled whether it has waited, so that the siblings show by now what they have
 */
record Judged(Set<String> texts, List<Block> blocks, List<String> links, boolean settled) {

  /** What a fetch shows. */
  static Judged of(CanonicalFetch fetch, CanonicalPage page) {
    return new Judged(fetch.texts(), page.blocks(), page.links(), false);
  }

  /** What a fetch showed that has waited. */
  static Judged settled(PendingChange pending, List<Block> candidate) {
    return new Judged(Set.of(pending.fingerprint().text()), candidate, List.of(), true);
  }
}
