package io.clausestream.connector.history;

import io.clausestream.schema.FetchedPage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.jspecify.annotations.Nullable;

/** Reads one split after the other in small batches, on the fetcher's thread. */
final class HistorySplitReader implements SplitReader<FetchedPage, HistorySplit> {

  /** A batch ends when its bodies have this many bytes; the last body may go beyond. */
  static final long BATCH_BYTES = 2 << 20;

  static final int BATCH_CAPTURES = 64;

  private final HistoryOptions options;
  private final Queue<HistorySplit> waiting = new ArrayDeque<>();
  private @Nullable Archive archive;
  private @Nullable HistorySplit current;
  private @Nullable CaptureIterator captures;
  private volatile boolean awake;

  HistorySplitReader(HistoryOptions options) {
    this.options = options;
  }

  @Override
  public RecordsWithSplitIds<FetchedPage> fetch() throws IOException {
    awake = false;
    RecordsBySplits.Builder<FetchedPage> batch = new RecordsBySplits.Builder<>();
    if (captures == null) {
      HistorySplit next = waiting.poll();
      if (next == null) {
        return batch.build();
      }
      current = next;
      captures =
          archive()
              .captures(
                  options.filter(next.platform()),
                  options.origin(),
                  next.position(),
                  options.known());
    }
    fill(batch, current.platform(), captures);
    return batch.build();
  }

  private void fill(
      RecordsBySplits.Builder<FetchedPage> batch, String split, CaptureIterator pages) {
    long bytes = 0;
    for (int i = 0; i < BATCH_CAPTURES && bytes < BATCH_BYTES && !awake; i++) {
      if (!pages.hasNext()) {
        batch.addFinishedSplit(split);
        closeSplit();
        return;
      }
      FetchedPage page = pages.next();
      ByteBuffer body = page.getBody();
      bytes += body == null ? 0 : body.remaining();
      batch.add(split, page);
    }
  }

  private Archive archive() throws IOException {
    if (archive == null) {
      archive = SharedArchives.open(options);
    }
    return archive;
  }

  private void closeSplit() {
    if (captures != null) {
      captures.close();
      captures = null;
      current = null;
    }
  }

  @Override
  public void handleSplitsChanges(SplitsChange<HistorySplit> change) {
    if (!(change instanceof SplitsAddition)) {
      throw new UnsupportedOperationException(
          "A history source only takes splits that are added, not " + change + ".");
    }
    waiting.addAll(change.splits());
  }

  @Override
  public void wakeUp() {
    awake = true;
  }

  @Override
  public void close() throws IOException {
    closeSplit();
    if (archive != null) {
      archive.close();
      archive = null;
    }
  }
}
