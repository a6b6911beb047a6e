package io.clausestream.core.noise;

import io.clausestream.core.ChangeDetector;
import io.clausestream.core.DetectionListener;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.change.Finding;
import io.clausestream.core.change.InMemoryPlatformState;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.severity.PageChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Feeds the fetches of a site to a detector and keeps what is told. Not thread-safe. */
final class NoiseRun implements DetectionListener {

  private static final ChangeDetector DETECTOR = new ChangeDetector(ShippedRules.get());

  private final InMemoryPlatformState state = new InMemoryPlatformState();
  private final Map<String, CanonicalFetch> read = new HashMap<>();
  private final List<PageChange> told = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final Site site;
  private final Verdict verdict;

  private NoiseRun(Site site, boolean siblings) {
    this.site = site;
    this.verdict = new Verdict(site, siblings);
  }

  /** What is told of a site's document alone, or with three siblings. */
  static Outcome of(Site site, boolean siblings) {
    List<Document> all = Document.all();
    int own = all.indexOf(site.document());
    List<Document> round = new ArrayList<>();
    for (int i = 0; i < (siblings ? 4 : 1); i++) {
      round.add(all.get((own + i) % all.size()));
    }
    round.sort((one, other) -> all.indexOf(one) - all.indexOf(other));
    return new NoiseRun(site, siblings).run(round);
  }

  private Outcome run(List<Document> round) {
    for (int fetch = 0; fetch < Site.FETCHES; fetch++) {
      for (Document document : round) {
        fetch(document, fetch);
      }
    }
    DETECTOR.expire(Site.at(Site.FETCHES).plus(Duration.ofDays(2)), state, this);
    return verdict.outcome(told, log);
  }

  private void fetch(Document document, int fetch) {
    Page page = site.page(document, fetch);
    if (document.equals(site.document())) {
      verdict.shown(page);
    }
    String html = page.html();
    FetchedPage capture = site.capture(document, fetch, html);
    DETECTOR.detect(canonical(document.name() + html, capture), state, this);
  }

  /** Equal pages are read once. */
  private CanonicalFetch canonical(String key, FetchedPage capture) {
    CanonicalFetch seen = read.computeIfAbsent(key, k -> read(capture));
    return new CanonicalFetch(
        capture.ref(),
        seen.notModified(),
        seen.page(),
        seen.fingerprint(),
        seen.evidence(),
        seen.canonicalVersion());
  }

  private static CanonicalFetch read(FetchedPage capture) {
    try {
      return DETECTOR.canonicalize(capture);
    } catch (RejectedPageException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void verified(Finding.Verified verified) {}

  @Override
  public void suppressed(Finding.Suppressed suppressed) {
    log.add(suppressed.ref().fetchedAt() + " " + suppressed.cause() + " " + suppressed.reason());
  }

  @Override
  public void changed(PageChange change) {
    told.add(change);
  }

  @Override
  public void healthChanged(Finding.HealthChanged health) {
    log.add(health.ref().fetchedAt() + " " + health.status());
  }
}
