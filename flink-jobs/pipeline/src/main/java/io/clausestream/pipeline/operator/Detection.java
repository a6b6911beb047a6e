package io.clausestream.pipeline.operator;

import io.clausestream.core.ChangeDetector;
import io.clausestream.core.DetectionListener;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.change.PlatformState;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.rules.RuleBook;
import java.time.Instant;
import java.util.function.Predicate;

/** What the operator with state asks of the core. */
interface Detection {

  /** Version of the rules that it assesses by what was fetched at an instant. */
  String ruleSetVersion(Instant fetchedAt);

  /** What a fetch means. */
  void detect(CanonicalFetch fetch, PlatformState state, DetectionListener out);

  /** Lets deadlines up to an instant expire. */
  void expire(Instant until, Predicate<PageRef> due, PlatformState state, DetectionListener out);

  /** The core's own, with the rules of a book. */
  static Detection by(RuleBook book) {
    ChangeDetector detector = new ChangeDetector(new Assessors(book));
    return new Detection() {
      @Override
      public String ruleSetVersion(Instant fetchedAt) {
        return book.at(fetchedAt).name();
      }

      @Override
      public void detect(CanonicalFetch fetch, PlatformState state, DetectionListener out) {
        detector.detect(fetch, state, out);
      }

      @Override
      public void expire(
          Instant until, Predicate<PageRef> due, PlatformState state, DetectionListener out) {
        detector.expire(until, due, state, out);
      }
    };
  }
}
