package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.page.PageRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the pages of a platform show each other. */
final class Siblings {

  private final PlatformState state;

  /** The pages of a platform, on its state. */
  Siblings(PlatformState state) {
    this.state = state;
  }

  /** Lets the siblings see what a page shows, and learns what stands on several of them. */
  void show(PageRef ref, String text, List<Block> blocks) {
    Outline outline = Outline.of(text, blocks);
    state.putOutline(ref.documentId(), outline);
    LongHashes hashes = outline.hashes();
    Set<Long> several = new HashSet<>();
    for (Map.Entry<String, Outline> sibling : state.outlines().entrySet()) {
      LongHashes common = sibling.getValue().commonWith(hashes);
      if (!common.isEmpty()
          && !sibling.getKey().equals(ref.documentId())
          && !SiteFrame.isKin(outline, common, sibling.getValue())) {
        several.addAll(common);
      }
    }
    if (!several.isEmpty()) {
      state.putSite(state.site().sawOnSeveral(several, ref.fetchedAt()));
    }
  }

  /** Whether another document of the platform went back to an earlier text in the same round. */
  boolean returned(String documentId, Instant at) {
    Map<String, Outline> outlines = state.outlines();
    Outline own = outlines.get(documentId);
    return state.site().returnedAround(at, DocumentTracker.ROUND).stream()
        .filter(other -> !other.equals(documentId))
        .map(outlines::get)
        .anyMatch(other -> own != null && other != null && !SiteFrame.isKin(own, other));
  }
}
