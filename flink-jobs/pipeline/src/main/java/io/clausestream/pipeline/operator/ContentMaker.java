package io.clausestream.pipeline.operator;

import io.clausestream.core.ChangeDetector;
import io.clausestream.core.canonical.Deadline;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import io.clausestream.core.severity.RuleSet;
import io.clausestream.pipeline.cache.Canonical;
import io.clausestream.pipeline.cache.CanonicalCache;
import io.clausestream.pipeline.cache.ContentKey;
import io.clausestream.pipeline.metrics.PageMetrics;
import io.clausestream.pipeline.wire.CanonicalContent;
import io.clausestream.pipeline.wire.CanonicalFetchMapper;
import java.util.Optional;

/**
 * Stages canonical, fingerprint and quality, spared where equal bytes went through them lately.
 * What it answers does not depend on what it remembers. One thread.
 */
final class ContentMaker {

  private final ChangeDetector detector = new ChangeDetector(RuleSet.shipped());
  private final CanonicalCache cache = new CanonicalCache();
  private final PageLimits limits;
  private final boolean bridge;
  private final PageMetrics metrics;

  /**
   * A maker that remembers nothing yet.
   *
   * @param bridge whether the text is made under the rules of the release before, too
   */
  ContentMaker(PageLimits limits, boolean bridge, PageMetrics metrics) {
    this.limits = limits;
    this.bridge = bridge;
    this.metrics = metrics;
  }

  /**
   * The content of a page.
   *
   * @throws RejectedPageException if the page cannot be handled at all, or not in time
   */
  CanonicalContent content(FetchedPage page) throws RejectedPageException {
    ContentKey key = ContentKey.of(page);
    Optional<Canonical> known = cache.get(key);
    metrics.lookedUp(known.isPresent());
    if (known.isPresent()) {
      return known.get().content();
    }
    Canonical made = make(page);
    cache.put(key, made);
    return made.content();
  }

  private Canonical make(FetchedPage page) throws RejectedPageException {
    Deadline deadline = limits.deadline(System::nanoTime);
    try {
      return new Canonical.Made(
          CanonicalFetchMapper.toContent(
              bridge
                  ? detector.canonicalizeTwice(page, deadline)
                  : detector.canonicalize(page, deadline)));
    } catch (RejectedPageException e) {
      if (e.reason() == RejectionReason.TIME_BUDGET) {
        // The next time the machine may be faster.
        throw e;
      }
      return new Canonical.Rejected(e.reason(), String.valueOf(e.getMessage()));
    }
  }
}
