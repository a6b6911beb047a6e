package io.clausestream.pipeline.topology;

import io.clausestream.pipeline.job.ConservationLaw;
import io.clausestream.pipeline.job.FetchLedger;
import io.clausestream.pipeline.wire.PendingFetch;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Suppression;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.CloseableIterator;

/** All output of a bounded run, collected in the test. */
final class Collected implements DetectionSink {

  private final List<Iterator<?>> running = new ArrayList<>();

  @Override
  public void attach(DetectionStreams streams) {
    collect(streams.changes());
    collect(streams.verifications());
    collect(streams.suppressions());
    collect(streams.health());
    collect(streams.alerts());
    collect(streams.digests());
    collect(streams.deadLetters());
    collect(streams.pending());
    collect(streams.prevalence());
  }

  private <T> void collect(DataStream<T> stream) {
    CloseableIterator<T> iterator = stream.collectAsync();
    running.add(iterator);
  }

  /** Every record; to be called once, when the job has begun. */
  List<Object> records() {
    List<Object> all = new ArrayList<>();
    for (Iterator<?> each : running) {
      each.forEachRemaining(record -> all.add(Objects.requireNonNull(record)));
    }
    return all;
  }

  static ConservationLaw law(List<Object> records, long fetchesRead) {
    FetchLedger ledger = new FetchLedger();
    for (Object record : records) {
      if (record instanceof PageChange change) {
        ledger.add(change);
      } else if (record instanceof PageVerification verification) {
        ledger.add(verification);
      } else if (record instanceof Suppression suppression) {
        ledger.add(suppression);
      } else if (record instanceof DeadLetter letter) {
        ledger.add(letter);
      } else if (record instanceof PendingFetch pending) {
        ledger.add(pending);
      }
    }
    return ledger.law(fetchesRead);
  }
}
