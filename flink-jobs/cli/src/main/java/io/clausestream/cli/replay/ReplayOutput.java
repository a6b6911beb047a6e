package io.clausestream.cli.replay;

import io.clausestream.cli.json.ArchivePage;
import io.clausestream.cli.json.JsonLine;
import io.clausestream.cli.spill.KeyedLine;
import io.clausestream.cli.spill.SpillFolder;
import io.clausestream.pipeline.job.FetchVerdict;
import io.clausestream.pipeline.topology.DetectionSink;
import io.clausestream.pipeline.topology.DetectionStreams;
import io.clausestream.pipeline.wire.PendingFetch;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Suppression;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Where a replay's output goes: changes, suppressions and what is pending as lines into folders,
 * all else is counted only.
 *
 * @param changes folder of changes; empty when nobody wants them
 * @param suppressions folder of suppressions; empty when nobody wants them
 * @param pending folder of what still waits
 * @param since the first detectedAt that is put out
 */
record ReplayOutput(
    Optional<SpillFolder> changes,
    Optional<SpillFolder> suppressions,
    SpillFolder pending,
    Instant since)
    implements DetectionSink {

  @Override
  public void attach(DetectionStreams streams) {
    count(streams.changes(), Set.of(FetchVerdict.CHANGED), change -> FetchVerdict.CHANGED)
        .filter(new From<>(since, PageChange::getDetectedAt))
        .sinkTo(sink(changes, ReplayOutput::line));
    count(
            streams.suppressions(),
            Set.of(
                FetchVerdict.SUPPRESSED,
                FetchVerdict.BAD_CAPTURE,
                FetchVerdict.DUPLICATE,
                FetchVerdict.LATE),
            FetchVerdict::of)
        .filter(new From<>(since, Suppression::getDetectedAt))
        .sinkTo(sink(suppressions, ReplayOutput::line));
    count(
            streams.verifications(),
            Set.of(FetchVerdict.FIRST, FetchVerdict.VERIFIED),
            FetchVerdict::of)
        .sinkTo(new DiscardingSink<>());
    count(
            streams.deadLetters(),
            Set.of(FetchVerdict.DEAD_LETTER),
            letter -> FetchVerdict.DEAD_LETTER)
        .sinkTo(new DiscardingSink<>());
    count(streams.pending(), Set.of(FetchVerdict.PENDING), fetch -> FetchVerdict.PENDING)
        .sinkTo(new LineSink<>(pending.path(), ReplayOutput::line));
  }

  private static <T> DataStream<T> count(
      DataStream<T> stream,
      Set<FetchVerdict> verdicts,
      SerializableFunction<T, FetchVerdict> toVerdict) {
    return stream.map(new Tally<>(verdicts, toVerdict)).returns(stream.getType());
  }

  private static <T> Sink<T> sink(
      Optional<SpillFolder> folder, SerializableFunction<T, KeyedLine> toLine) {
    return folder
        .<Sink<T>>map(wanted -> new LineSink<>(wanted.path(), toLine))
        .orElseGet(DiscardingSink::new);
  }

  private static KeyedLine line(PageChange change) {
    return KeyedLine.of(
        change.getDocumentId(),
        change.getDetectedAt(),
        change.getChangeId(),
        JsonLine.of(change, ArchivePage.of(change)));
  }

  private static KeyedLine line(Suppression suppression) {
    return KeyedLine.of(
        suppression.getDocumentId(),
        suppression.getDetectedAt(),
        suppression.getFetchId(),
        JsonLine.of(suppression, ArchivePage.of(suppression)));
  }

  private static KeyedLine line(PendingFetch fetch) {
    return KeyedLine.of(
        fetch.documentId(),
        fetch.deadline(),
        fetch.fetchId(),
        "%s, fetched %s, waits until %s for its next fetch (%s)"
            .formatted(fetch.documentId(), fetch.fetchedAt(), fetch.deadline(), fetch.reason()));
  }

  /** Lets those records pass that were detected at an instant or later. */
  private record From<T>(Instant since, SerializableFunction<T, Instant> detectedAt)
      implements FilterFunction<T> {

    @Override
    public boolean filter(T record) {
      return !detectedAt.apply(record).isBefore(since);
    }
  }
}
