package io.clausestream.pipeline.operator;

import io.clausestream.core.ChangeDetector;
import io.clausestream.core.canonical.Deadline;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.RejectionReason;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.pipeline.cache.Canonical;
import io.clausestream.pipeline.cache.CanonicalCache;
import io.clausestream.pipeline.cache.CanonicalStoreAccess;
import io.clausestream.pipeline.cache.ContentKey;
import io.clausestream.pipeline.cache.StoreFailure;
import io.clausestream.pipeline.metrics.PageMetrics;
import io.clausestream.pipeline.wire.CanonicalContent;
import io.clausestream.pipeline.wire.CanonicalFetchMapper;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Stages canonical, fingerprint and quality, spared where equal bytes went through them lately.
 * What it answers does not depend on what it remembers. One thread.
 */
final class ContentMaker implements Closeable {

  private final ChangeDetector detector = new ChangeDetector(ShippedRules.get());
  private final CanonicalCache cache = new CanonicalCache();
  private final PageLimits limits;
  private final boolean bridge;
  private final Optional<CanonicalStoreAccess> store;
  private final PageMetrics metrics;

  /**
   * A maker that remembers nothing yet.
   *
   * @param bridge whether the text is made under the rules of the release before, too
   * @param store what runs before made; closed with the maker
   */
  ContentMaker(
      PageLimits limits,
      boolean bridge,
      Optional<CanonicalStoreAccess> store,
      PageMetrics metrics) {
    this.limits = limits;
    this.store = store;
    this.bridge = bridge;
    this.metrics = metrics;
  }

  /**
   * The content of a page.
   *
   * @throws RejectedPageException if the page cannot be handled at all, or not in time
   */
  private CanonicalContent content(FetchedPage page) throws RejectedPageException {
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

  /**
   * What a store holds of an event; empty when there is no store, or it lacks the event.
   *
   * @throws StoreFailure if the store cannot be read, or an archive left out a body that the store
   *     lacks: a failure of the run
   */
  Optional<Canonical> stored(io.clausestream.schema.FetchedPage wire) {
    Optional<Canonical> stored = store.flatMap(open -> open.get(wire));
    if (stored.isEmpty()
        && store.isPresent()
        && wire.getBody() == null
        && wire.getBodySha256() != null
        && wire.getBodyLocation() != null) {
      throw store.get().lacks(wire.getBodyLocation());
    }
    return stored;
  }

  /**
   * The content of a page, kept in the store, too, if there is one.
   *
   * @throws RejectedPageException if the page cannot be handled at all, or not in time
   * @throws StoreFailure if the store cannot be written
   */
  CanonicalContent content(FetchedPage page, io.clausestream.schema.FetchedPage wire)
      throws RejectedPageException {
    if (store.isEmpty()) {
      return content(page);
    }
    Canonical made = make(page);
    store.get().put(wire, page.bodySha256(), made);
    return made.content();
  }

  @Override
  public void close() throws IOException {
    if (store.isPresent()) {
      store.get().close();
    }
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
