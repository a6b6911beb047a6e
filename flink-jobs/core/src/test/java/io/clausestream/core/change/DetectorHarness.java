package io.clausestream.core.change;

import io.clausestream.core.ChangeDetector;
import io.clausestream.core.DetectionListener;
import io.clausestream.core.SamplePages;
import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.canonical.Deadline;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.page.Sha256;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.severity.PageChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Feeds captures to a detector and writes down, in a line each, what it says. */
public final class DetectorHarness implements DetectionListener {

  private final ChangeDetector detector = new ChangeDetector(ShippedRules.get());
  private final InMemoryPlatformState state = new InMemoryPlatformState();
  private final List<String> told = new ArrayList<>();
  private final List<PageChange> changes = new ArrayList<>();

  private final Consumer<Finding.CategoriesRead> readings;

  /** A harness that does not care for categories. */
  public DetectorHarness() {
    this(read -> {});
  }

  /** A harness that hands on what it hears of categories. */
  public DetectorHarness(Consumer<Finding.CategoriesRead> readings) {
    this.readings = readings;
  }

  /** A capture so many hours after the first instant. */
  public DetectorHarness fetch(int hours, String html) {
    return fetch("Example/Privacy Policy", hours, html);
  }

  /** A capture of a document so many hours after the first instant. */
  public DetectorHarness fetch(String documentId, int hours, String html) {
    return fetch(SamplePages.page(documentId, html, at(hours)));
  }

  /** A capture. */
  public DetectorHarness fetch(FetchedPage page) {
    try {
      detector.detect(detector.canonicalize(page), state, this);
    } catch (RejectedPageException e) {
      told.add("REJECTED " + e.reason());
    }
    return this;
  }

  /** A capture as the release before made it canonical. */
  public DetectorHarness fetchByThePreviousRelease(int hours, String html) {
    CanonicalFetch fetch = twice(hours, html);
    CanonicalPage page =
        new CanonicalPage(
            fetch.page().title(), fetch.previous().orElseThrow(), fetch.page().links());
    detector.detect(
        new CanonicalFetch(
            fetch.ref(),
            false,
            page,
            fetch.fingerprint().withText(Sha256.hex(page.text())),
            fetch.evidence(),
            Canonicalizer.PREVIOUS_VERSION),
        state,
        this);
    return this;
  }

  /** A capture in a job that may have been upgraded. */
  public DetectorHarness fetchUpgraded(int hours, String html) {
    detector.detect(twice(hours, html), state, this);
    return this;
  }

  private CanonicalFetch twice(int hours, String html) {
    try {
      return detector.canonicalizeTwice(SamplePages.page(html, at(hours)), Deadline.NEVER);
    } catch (RejectedPageException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The instant so many hours after the first. */
  public static Instant at(int hours) {
    return SamplePages.MONDAY.plus(Duration.ofHours(hours));
  }

  /** Lets deadlines expire. */
  public DetectorHarness expire(int hours) {
    detector.expire(at(hours), state, this);
    return this;
  }

  /** What was told, a line each: verdict, hours of the fetch, reason or severity. */
  public List<String> told() {
    return told;
  }

  /** The changes that were told. */
  public List<PageChange> changes() {
    return changes;
  }

  /** The state. */
  public InMemoryPlatformState state() {
    return state;
  }

  @Override
  public void verified(Finding.Verified verified) {
    told.add(hours(verified.ref().fetchedAt()) + (verified.first() ? " FIRST" : " VERIFIED"));
  }

  @Override
  public void suppressed(Finding.Suppressed suppressed) {
    told.add(
        hours(suppressed.ref().fetchedAt()) + " " + suppressed.cause() + " " + suppressed.reason());
  }

  @Override
  public void changed(PageChange change) {
    changes.add(change);
    told.add(hours(change.ref().fetchedAt()) + " CHANGED at " + hours(change.detectedAt()));
  }

  @Override
  public void healthChanged(Finding.HealthChanged health) {
    told.add(hours(health.ref().fetchedAt()) + " " + health.status());
  }

  @Override
  public void categoriesRead(Finding.CategoriesRead read) {
    readings.accept(read);
  }

  private static long hours(Instant instant) {
    return Duration.between(SamplePages.MONDAY, instant).toHours();
  }
}
