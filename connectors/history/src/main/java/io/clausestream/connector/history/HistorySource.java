package io.clausestream.connector.history;

import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A bounded source of the captures of an archive.
 *
 * <p>A split is one platform, read in the order (fetchedAt, documentId, fetchId) by one reader, so
 * the order inside a platform holds at any parallelism; how platforms interleave is not promised.
 * Readers ask for splits and get the largest platform that is left. Timestamps are fetchedAt.
 *
 * <p>Reading and unpacking run on a thread of their own in each reader. Memory of a reader: the
 * archive's list and cache (see {@link Archive}), and a few batches of about 2 MiB. The archive's
 * path must be readable, with the same content, on the JobManager and every TaskManager.
 *
 * <p>A capture that cannot be read comes without body and with a bodyLocation, see {@link
 * CaptureIterator}. An archive that cannot be opened, or is not the one of the restored state,
 * fails the job with a message that names it.
 */
public final class HistorySource implements Source<FetchedPage, HistorySplit, HistoryCheckpoint> {

  private final HistoryOptions options;

  private HistorySource(HistoryOptions options) {
    this.options = options;
  }

  /** Begins a source of the archive at this path, see {@link Archives#open(Path)}. */
  public static Builder builder(Path archive) {
    return new Builder(archive);
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SplitEnumerator<HistorySplit, HistoryCheckpoint> createEnumerator(
      SplitEnumeratorContext<HistorySplit> context) {
    return restoreEnumerator(context, new HistoryCheckpoint(false, List.of()));
  }

  @Override
  public SplitEnumerator<HistorySplit, HistoryCheckpoint> restoreEnumerator(
      SplitEnumeratorContext<HistorySplit> context, HistoryCheckpoint checkpoint) {
    return new HistoryEnumerator(context, options, checkpoint);
  }

  @Override
  public SourceReader<FetchedPage, HistorySplit> createReader(SourceReaderContext context) {
    return new HistorySourceReader(options, context);
  }

  @Override
  public SimpleVersionedSerializer<HistorySplit> getSplitSerializer() {
    return new HistorySplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<HistoryCheckpoint> getEnumeratorCheckpointSerializer() {
    return new HistoryCheckpointSerializer();
  }

  /** Options of a source; by default all captures, as REPLAY. */
  public static final class Builder {

    private final Path archive;
    private @Nullable Path cacheFolder;
    private Set<String> platforms = Set.of();
    private @Nullable Instant until;
    private Origin origin = Origin.REPLAY;
    private KnownBodies known = KnownBodies.NONE;

    private Builder(Path archive) {
      this.archive = archive;
    }

    /** Where bundles are unpacked; null: the default of {@link Archives#open(Path, Path)}. */
    public Builder cacheFolder(@Nullable Path folder) {
      this.cacheFolder = folder;
      return this;
    }

    /** Reads these platforms only; empty: all. */
    public Builder platforms(Set<String> names) {
      this.platforms = Set.copyOf(names);
      return this;
    }

    /** Reads captures with fetchedAt up to this time (inclusive); null: to the end. */
    public Builder until(@Nullable Instant last) {
      this.until = last;
      return this;
    }

    /** What the captures say about where they came from: REPLAY or IMPORT. */
    public Builder origin(Origin value) {
      this.origin = value;
      return this;
    }

    /** Leaves out bodies that whoever gets the captures can do without. */
    public Builder knownBodies(KnownBodies bodies) {
      this.known = bodies;
      return this;
    }

    /** The source. The archive is opened when the job runs, not here. */
    public HistorySource build() {
      return new HistorySource(
          new HistoryOptions(
              archive.toAbsolutePath().toString(),
              cacheFolder == null ? null : cacheFolder.toAbsolutePath().toString(),
              new TreeSet<>(platforms),
              until,
              origin,
              known));
    }
  }
}
