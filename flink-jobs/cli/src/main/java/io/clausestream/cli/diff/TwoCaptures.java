package io.clausestream.cli.diff;

import io.clausestream.cli.UserMistake;
import io.clausestream.core.ChangeDetector;
import io.clausestream.core.DetectionListener;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.change.DocumentHead;
import io.clausestream.core.change.Finding;
import io.clausestream.core.change.InMemoryPlatformState;
import io.clausestream.core.change.PendingChange;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.severity.PageChange;
import io.clausestream.pipeline.wire.PageChangeMapper;
import io.clausestream.pipeline.wire.SuppressionMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Runs two captures through the detection, one after the other, and asks what it says. One use. */
final class TwoCaptures implements DetectionListener {

  /** Any two instants do; they show nowhere. */
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant SECOND = FIRST.plus(Duration.ofDays(1));

  private final ChangeDetector detector = new ChangeDetector(ShippedRules.get());
  private final InMemoryPlatformState state = new InMemoryPlatformState();
  private final Optional<String> contentType;
  private Optional<Finding.Suppressed> suppressed = Optional.empty();
  private Optional<PageChange> changed = Optional.empty();

  private TwoCaptures(Optional<String> contentType) {
    this.contentType = contentType;
  }

  /**
   * Judges.
   *
   * @param contentType what the server would have declared of both; empty when nothing
   * @throws UserMistake when the engine could not handle one of them at all
   */
  static Judgement judge(CaptureFile before, CaptureFile after, Optional<String> contentType) {
    return new TwoCaptures(contentType).judge(before, after);
  }

  private Judgement judge(CaptureFile before, CaptureFile after) {
    CanonicalFetch first = canonicalize(before, FIRST);
    CanonicalFetch second = canonicalize(after, SECOND);
    detector.detect(first, state, this);
    if (suppressed.isPresent()) {
      return judgement(Judgement.Kind.BAD_OLD, Optional.empty(), first, second);
    }
    detector.detect(second, state, this);
    Optional<PendingChange> pending =
        state.head(CaptureFile.DOCUMENT).flatMap(DocumentHead::pending);
    if (pending.isPresent()) {
      detector.expire(pending.get().deadline(), state, this);
      return judgement(Judgement.Kind.SUSPICIOUS, pending.map(TwoCaptures::waits), first, second);
    }
    return judgement(verdict(), Optional.empty(), first, second);
  }

  private Judgement.Kind verdict() {
    if (changed.isPresent()) {
      return Judgement.Kind.CHANGED;
    }
    return suppressed
        .map(
            found ->
                found.cause() == Finding.Suppressed.Cause.BAD_CAPTURE
                    ? Judgement.Kind.BAD_NEW
                    : Judgement.Kind.SUPPRESSED)
        .orElse(Judgement.Kind.UNCHANGED);
  }

  private static Judgement.Waits waits(PendingChange pending) {
    Duration most = Duration.between(pending.ref().fetchedAt(), pending.deadline());
    return new Judgement.Waits(pending.suspicion().name(), most);
  }

  private Judgement judgement(
      Judgement.Kind kind,
      Optional<Judgement.Waits> waits,
      CanonicalFetch first,
      CanonicalFetch second) {
    return new Judgement(
        kind,
        changed.map(PageChangeMapper::toWire),
        suppressed.map(found -> SuppressionMapper.toWire(found, detector.ruleSetVersion(SECOND))),
        waits,
        first.fingerprint().text(),
        second.fingerprint().text());
  }

  private CanonicalFetch canonicalize(CaptureFile file, Instant at) {
    try {
      return detector.canonicalize(file.fetched(at, contentType));
    } catch (RejectedPageException e) {
      throw new UserMistake(
          "'" + file.path() + "' would be a dead letter, " + e.reason() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void verified(Finding.Verified verified) {
    // That there is no other finding says it.
  }

  @Override
  public void suppressed(Finding.Suppressed found) {
    suppressed = Optional.of(found);
  }

  @Override
  public void changed(PageChange change) {
    changed = Optional.of(change);
  }

  @Override
  public void healthChanged(Finding.HealthChanged health) {
    // Two captures make no row of bad ones.
  }
}
