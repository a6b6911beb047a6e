package io.clausestream.pipeline.job;

import io.clausestream.pipeline.wire.PendingFetch;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Suppression;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of fetches, from the records that tell it. Threads may share it. */
public final class FetchLedger {

  private final Map<FetchVerdict, LongAdder> counts = new EnumMap<>(FetchVerdict.class);

  /** A ledger without entries. */
  public FetchLedger() {
    for (FetchVerdict verdict : FetchVerdict.values()) {
      counts.put(verdict, new LongAdder());
    }
  }

  /** Enters a change. */
  public void add(PageChange change) {
    add(FetchVerdict.CHANGED);
  }

  /** Enters a verification. */
  public void add(PageVerification verification) {
    add(FetchVerdict.of(verification));
  }

  /**
   * Enters a suppression.
   *
   * @throws IllegalArgumentException if its verdict is from a newer version
   */
  public void add(Suppression suppression) {
    add(FetchVerdict.of(suppression));
  }

  /** Enters a dead letter. */
  public void add(DeadLetter letter) {
    add(FetchVerdict.DEAD_LETTER);
  }

  /** Enters a fetch that still waits. */
  public void add(PendingFetch pending) {
    add(FetchVerdict.PENDING);
  }

  /** The law for so many fetches read. */
  public ConservationLaw law(long fetchesRead) {
    Map<FetchVerdict, Long> sums = new EnumMap<>(FetchVerdict.class);
    counts.forEach((verdict, count) -> sums.put(verdict, count.sum()));
    return new ConservationLaw(fetchesRead, sums);
  }

  private void add(FetchVerdict verdict) {
    counts.get(verdict).increment();
  }
}
