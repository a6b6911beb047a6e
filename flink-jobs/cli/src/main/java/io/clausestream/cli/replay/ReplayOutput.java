package io.clausestream.cli.replay;

import io.clausestream.cli.audit.Audit;
import io.clausestream.cli.json.ArchivePage;
import io.clausestream.cli.json.JsonLine;
import io.clausestream.cli.spill.KeyedLine;
import io.clausestream.cli.spill.SpillFolder;
import io.clausestream.core.prevalence.CategoryDay;
import io.clausestream.pipeline.job.FetchVerdict;
import io.clausestream.pipeline.topology.DetectionSink;
import io.clausestream.pipeline.topology.DetectionStreams;
import io.clausestream.pipeline.wire.PendingFetch;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.Prevalence;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.SuppressionVerdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Where a replay's output goes: changes, suppressions, counts and what is pending as lines into
 * folders, all else is counted only.
 *
 * @param changes folder of changes; empty when nobody wants them
 * @param suppressions folder of suppressions; empty when nobody wants them
 * @param prevalence folder of categories across platforms; empty when nobody wants them
 * @param audit takes changes and reasons; empty when nobody compares
 * @param pending folder of what still waits
 * @param since the first detectedAt that is put out
 */
record ReplayOutput(
    Optional<SpillFolder> changes,
    Optional<SpillFolder> suppressions,
    Optional<SpillFolder> prevalence,
    Optional<Audited> audit,
    SpillFolder pending,
    Instant since)
    implements DetectionSink {

  /**
   * What an audit takes of a replay.
   *
   * @param changes folder of changes
   * @param reasons folder of why fetches are no changes
   */
  record Audited(SpillFolder changes, SpillFolder reasons) {}

  @Override
  public void attach(DetectionStreams streams) {
    attachChanges(streams);
    attachSuppressions(streams);
    attachPrevalence(streams);
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
    DataStream<PendingFetch> waiting =
        count(streams.pending(), Set.of(FetchVerdict.PENDING), fetch -> FetchVerdict.PENDING);
    waiting.sinkTo(new LineSink<>(pending.path(), ReplayOutput::line));
    audit.ifPresent(
        to -> waiting.sinkTo(new LineSink<>(to.reasons().path(), ReplayOutput::reason)));
  }

  private void attachChanges(DetectionStreams streams) {
    DataStream<PageChange> found =
        count(streams.changes(), Set.of(FetchVerdict.CHANGED), change -> FetchVerdict.CHANGED)
            .filter(new From<>(since, PageChange::getDetectedAt));
    found.sinkTo(sink(changes, ReplayOutput::line));
    audit.ifPresent(to -> found.sinkTo(new LineSink<>(to.changes().path(), Audit::line)));
  }

  private void attachSuppressions(DetectionStreams streams) {
    DataStream<Suppression> found =
        count(
            streams.suppressions(),
            Set.of(
                FetchVerdict.SUPPRESSED,
                FetchVerdict.BAD_CAPTURE,
                FetchVerdict.DUPLICATE,
                FetchVerdict.LATE),
            FetchVerdict::of);
    found
        .filter(new From<>(since, Suppression::getDetectedAt))
        .sinkTo(sink(suppressions, ReplayOutput::line));
    audit.ifPresent(
        to ->
            found
                .filter(ReplayOutput::isVerdict)
                .sinkTo(new LineSink<>(to.reasons().path(), Audit::line)));
  }

  /** A day counts as put out from its end on. */
  private void attachPrevalence(DetectionStreams streams) {
    prevalence.ifPresent(
        wanted ->
            streams
                .prevalence()
                .filter(new From<>(since, count -> CategoryDay.endOf(count.getDay())))
                .sinkTo(new LineSink<>(wanted.path(), ReplayOutput::line)));
  }

  /** A fetch that came again or late has its verdict elsewhere. */
  private static boolean isVerdict(Suppression suppression) {
    return suppression.getVerdict() != SuppressionVerdict.DUPLICATE
        && suppression.getVerdict() != SuppressionVerdict.LATE;
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

  private static KeyedLine line(Prevalence count) {
    return KeyedLine.byTime(
        CategoryDay.endOf(count.getDay()),
        count.getCategory(),
        count.getPrevalenceId(),
        JsonLine.of(count));
  }

  private static KeyedLine reason(PendingFetch fetch) {
    return Audit.reason(
        fetch.documentId(),
        fetch.fetchId(),
        "in the replay it waits until " + fetch.deadline() + " (" + fetch.reason() + ")");
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
