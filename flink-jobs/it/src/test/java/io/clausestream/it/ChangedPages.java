package io.clausestream.it;

import io.clausestream.connector.history.Archive;
import io.clausestream.connector.history.Archives;
import io.clausestream.connector.history.CaptureFilter;
import io.clausestream.connector.history.CaptureIterator;
import io.clausestream.core.ChangeDetector;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.change.DocumentTracker;
import io.clausestream.core.change.Finding;
import io.clausestream.core.change.InMemoryPlatformState;
import io.clausestream.core.change.PlatformState;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.severity.CategoryReader;
import io.clausestream.core.severity.Clauses;
import io.clausestream.pipeline.wire.FetchedPageMapper;
import io.clausestream.schema.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The changes of an archive, each with the page that showed it, as the engine finds them. */
final class ChangedPages {

  private final ChangeDetector detector = new ChangeDetector(ShippedRules.get());
  private final Clauses clauses = new Clauses(ShippedRules.get());
  private final CategoryReader categories = new CategoryReader(ShippedRules.get());
  private final Map<String, PlatformState> platforms = new HashMap<>();
  private final Map<String, FetchedPage> waiting = new HashMap<>();
  private final List<FetchedPage> pages = new ArrayList<>();
  private final List<Finding.Changed> changes = new ArrayList<>();

  private ChangedPages() {}

  /** The first changes of an archive, at most so many. */
  static ChangedPages of(Path path, int most) throws IOException {
    ChangedPages found = new ChangedPages();
    try (Archive archive = Archives.open(path);
        CaptureIterator captures = archive.captures(CaptureFilter.ALL, Origin.REPLAY)) {
      while (captures.hasNext() && found.changes.size() < most) {
        found.take(captures.next());
      }
    }
    return found;
  }

  List<FetchedPage> pages() {
    return pages;
  }

  List<Finding.Changed> changes() {
    return changes;
  }

  private void take(io.clausestream.schema.FetchedPage wire) {
    try {
      FetchedPage page =
          FetchedPageMapper.toCore(wire, wire.getPlatform().getBytes(StandardCharsets.UTF_8), null);
      CanonicalFetch fetch = detector.canonicalize(page);
      // A change is told of the fetch that showed it first, perhaps some fetches later.
      waiting.put(wire.getFetchId(), page);
      PlatformState state =
          platforms.computeIfAbsent(page.ref().platform(), p -> new InMemoryPlatformState());
      DocumentTracker tracker =
          new DocumentTracker(state, clauses::isClause, categories, this::found);
      tracker.expire(fetch.ref().fetchedAt(), pending -> true);
      tracker.handle(fetch);
    } catch (RejectedPageException e) {
      // A dead letter: neither canonical nor classified.
    }
  }

  private void found(Finding finding) {
    FetchedPage page = waiting.remove(finding.ref().fetchId());
    if (page != null && finding instanceof Finding.Changed changed) {
      pages.add(page);
      changes.add(changed);
    }
  }
}
