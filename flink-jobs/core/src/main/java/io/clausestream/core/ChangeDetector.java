package io.clausestream.core;

import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.canonical.CanonicalPages;
import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.canonical.Deadline;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.change.DocumentTracker;
import io.clausestream.core.change.Finding;
import io.clausestream.core.change.PlatformState;
import io.clausestream.core.fingerprint.Fingerprint;
import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.quality.QualityInspector;
import io.clausestream.core.rules.RuleSet;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.severity.CategoryReader;
import io.clausestream.core.severity.Clauses;
import io.clausestream.core.severity.PageChange;
import io.clausestream.core.severity.SeverityAssessor;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The path of a page, composed of its stages. This is the first page to read.
 *
 * <pre>
 * page, canonical, fingerprint, quality   {@link #canonicalize}: stateless, before the shuffle
 * diff, change, severity                  {@link #detect}: against the platform's state
 * subscription, alert                     Subscription.matches, Alert.of
 * </pre>
 *
 * <p>The engine has no rule for a named platform. It reads no clock: the only time is that of the
 * fetches. Thread-safe.
 */
public final class ChangeDetector {

  private static final Clauses CLAUSES = new Clauses(ShippedRules.get());
  private static final CategoryReader CATEGORIES = new CategoryReader(ShippedRules.get());

  private final QualityInspector quality = new QualityInspector();
  private final Function<Instant, SeverityAssessor> severity;

  /** A detector with the given rules, which always hold. */
  public ChangeDetector(RuleSet rules) {
    this(always(new SeverityAssessor(rules)));
  }

  /**
   * A detector with rules that change over time.
   *
   * @param severity the rules in effect for what was fetched at an instant
   */
  public ChangeDetector(Function<Instant, SeverityAssessor> severity) {
    this.severity = severity;
  }

  private static Function<Instant, SeverityAssessor> always(SeverityAssessor rules) {
    return fetchedAt -> rules;
  }

  /** Version of the rules that it assesses by what was fetched at an instant. */
  public String ruleSetVersion(Instant fetchedAt) {
    return severity.apply(fetchedAt).ruleSetVersion();
  }

  /**
   * Stages canonical, fingerprint and quality: a pure function of the page and {@link
   * Canonicalizer#VERSION}.
   *
   * @throws RejectedPageException if the page cannot be handled at all
   */
  public CanonicalFetch canonicalize(FetchedPage page) throws RejectedPageException {
    return canonicalize(page, Deadline.NEVER);
  }

  /**
   * The same within a time.
   *
   * @param deadline tells when the page has had its time
   * @throws RejectedPageException if the page cannot be handled at all, or not in time
   */
  public CanonicalFetch canonicalize(FetchedPage page, Deadline deadline)
      throws RejectedPageException {
    CanonicalPage canonical = Canonicalizer.canonicalize(page, deadline);
    return fetch(page, new CanonicalPages(canonical, Optional.empty()));
  }

  /**
   * The same for a job whose state the release before may have written: the text is made under its
   * rules, too, so that no change is lost in the upgrade. See {@link
   * Canonicalizer#canonicalizeTwice}.
   */
  public CanonicalFetch canonicalizeTwice(FetchedPage page, Deadline deadline)
      throws RejectedPageException {
    return fetch(page, Canonicalizer.canonicalizeTwice(page, deadline));
  }

  private CanonicalFetch fetch(FetchedPage page, CanonicalPages canonical) {
    return new CanonicalFetch(
        page.ref(),
        page.outcome() == FetchOutcome.NOT_MODIFIED,
        canonical.page(),
        Fingerprint.of(page, canonical.page()),
        quality.inspect(page, canonical.page()),
        Canonicalizer.VERSION,
        canonical.previous());
  }

  /**
   * Stages diff, change and severity: what a fetch means, against what is remembered of its
   * platform. Deadlines of the platform up to the fetch expire first, in order.
   *
   * @param fetch the next fetch of the platform, in the platform's order
   * @param state what is remembered of the platform; changed in place
   * @param out hears what is sure now
   */
  public void detect(CanonicalFetch fetch, PlatformState state, DetectionListener out) {
    expire(fetch.ref().fetchedAt(), state, out);
    tracker(state, out).handle(fetch);
  }

  /** Lets the deadlines of a platform up to and at an instant expire, in order. */
  public void expire(Instant until, PlatformState state, DetectionListener out) {
    expire(until, pending -> true, state, out);
  }

  /**
   * Lets some deadlines of a platform up to and at an instant expire, in order.
   *
   * @param due whether the deadline of a pending fetch may expire
   */
  public void expire(
      Instant until, Predicate<PageRef> due, PlatformState state, DetectionListener out) {
    tracker(state, out).expire(until, due);
  }

  private DocumentTracker tracker(PlatformState state, DetectionListener out) {
    return new DocumentTracker(state, CLAUSES::isClause, CATEGORIES, tell(out));
  }

  private Consumer<Finding> tell(DetectionListener out) {
    return finding -> {
      if (finding instanceof Finding.Verified verified) {
        out.verified(verified);
      } else if (finding instanceof Finding.Suppressed suppressed) {
        out.suppressed(suppressed);
      } else if (finding instanceof Finding.HealthChanged health) {
        out.healthChanged(health);
      } else if (finding instanceof Finding.CategoriesRead read) {
        out.categoriesRead(read);
      } else if (finding instanceof Finding.Changed changed) {
        SeverityAssessor assessor = severity.apply(changed.ref().fetchedAt());
        out.changed(PageChange.of(changed, assessor.assess(changed)));
      }
    };
  }
}
