package io.clausestream.core.change;

import io.clausestream.core.diff.Hunk;
import io.clausestream.core.page.PageRef;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether an older build of a site is served again, or a newer one after it: several of its
 * documents go back to texts that they had, in one round of fetches. One document that goes back is
 * a change like any other, and so is a clause that does.
 */
final class RollBack {

  private final PlatformState state;
  private final Siblings siblings;
  private final Predicate<Hunk> clauses;

  /** Looks for roll-backs on the state of a platform. */
  RollBack(PlatformState state, Siblings siblings, Predicate<Hunk> clauses) {
    this.state = state;
    this.siblings = siblings;
    this.clauses = clauses;
  }

  /** The verdict on a fetch, when a roll-back counts too: quiet, or wait for the siblings. */
  Verdict judge(PageRef ref, Set<String> texts, Verdict verdict) {
    String documentId = ref.documentId();
    if (!(verdict instanceof Verdict.Substantive change)
        || change.hunks().stream().anyMatch(clauses)
        || !isReturn(ref, texts)) {
      return verdict;
    }
    state.putSite(state.site().sawReturn(documentId, ref.fetchedAt()));
    SuppressionReason reason = SuppressionReason.SITE_ROLLED_BACK;
    List<Hunk> hunks = verdict.hunks();
    return siblings.returned(documentId, ref.fetchedAt())
        ? new Verdict.Suppressed(reason, reason.says(), hunks)
        : new Verdict.Suspicious(reason, reason.says(), hunks);
  }

  private boolean isReturn(PageRef ref, Set<String> texts) {
    PageMemory memory = state.memory(ref.documentId());
    return texts.stream().anyMatch(text -> memory.had(text, ref.fetchedAt()));
  }
}
