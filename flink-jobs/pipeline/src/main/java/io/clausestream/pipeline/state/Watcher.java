package io.clausestream.pipeline.state;

import io.clausestream.core.alert.AlertMemory;
import io.clausestream.core.subscription.Timeline;
import io.clausestream.core.subscription.Timeline.Since;
import io.clausestream.schema.state.WatcherTerms;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A subscriber in a bucket: what it wants to hear of the platform, and what it was told.
 *
 * @param terms its terms
 * @param told what it was told
 */
public record Watcher(Timeline<WatcherTerms> terms, ToldList told) {

  /** Nothing is known of it. */
  public static final Watcher NONE = new Watcher(Timeline.empty(), ToldList.NONE);

  /** The same with terms that came. */
  public Watcher with(WatcherTerms next) {
    return new Watcher(terms.then(Millis.toInstant(next.getFrom()), next), told);
  }

  /** The same, and it was told one more. */
  public Watcher with(ToldList.Told one) {
    return new Watcher(terms, told.and(one));
  }

  /** The same without what a bucket forgets by a watermark. */
  public Watcher at(Instant watermark) {
    Instant late = watermark.minus(AlertMemory.LATE_TERMS);
    Timeline<WatcherTerms> kept = terms.withoutReplacedAt(late);
    boolean over = kept.entries().size() == 1 && endedBy(kept.entries().get(0), late);
    Watcher after =
        new Watcher(over ? Timeline.empty() : kept, told.after(watermark.minus(AlertMemory.TOLD)));
    return after.equals(this) ? this : after;
  }

  private static boolean endedBy(Since<WatcherTerms> entry, Instant instant) {
    return !entry.value().getWatches() && !entry.from().isAfter(instant);
  }

  /** Whether nothing is known of it. */
  public boolean isEmpty() {
    return terms.entries().isEmpty() && told.told().isEmpty();
  }

  /** When something of it is to be forgotten next. */
  public Optional<Instant> forgetsAt() {
    Optional<Instant> replaced = terms.firstReplacedAt().or(this::ended);
    return Stream.concat(
            replaced.map(at -> at.plus(AlertMemory.LATE_TERMS)).stream(),
            told.told().stream().map(one -> one.detectedAt().plus(AlertMemory.TOLD)))
        .min(Instant::compareTo);
  }

  private Optional<Instant> ended() {
    return terms.last().filter(last -> !last.value().getWatches()).map(Since::from);
  }
}
