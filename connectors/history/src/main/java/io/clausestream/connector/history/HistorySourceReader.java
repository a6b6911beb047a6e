package io.clausestream.connector.history;

import io.clausestream.schema.FetchedPage;
import java.util.Map;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;

/** Emits pages with fetchedAt as their timestamp and asks for a split whenever it has none. */
@SuppressWarnings("try") // Flink's readers may be interrupted while they close.
final class HistorySourceReader
    extends SingleThreadMultiplexSourceReaderBase<
        FetchedPage, FetchedPage, HistorySplit, HistorySourceReader.Progress> {

  HistorySourceReader(HistoryOptions options, SourceReaderContext context) {
    super(
        () -> new HistorySplitReader(options),
        HistorySourceReader::emit,
        context.getConfiguration(),
        context);
  }

  private static void emit(FetchedPage page, SourceOutput<FetchedPage> output, Progress progress) {
    long millis = page.getFetchedAt().toEpochMilli();
    output.collect(page, millis);
    progress.position = progress.position.after(millis);
  }

  @Override
  public void start() {
    if (getNumberOfCurrentlyAssignedSplits() == 0) {
      context.sendSplitRequest();
    }
  }

  @Override
  protected void onSplitFinished(Map<String, Progress> finished) {
    context.sendSplitRequest();
  }

  @Override
  protected Progress initializedState(HistorySplit split) {
    return new Progress(split);
  }

  @Override
  protected HistorySplit toSplitType(String splitId, Progress progress) {
    return new HistorySplit(
        progress.split.platform(), progress.split.captures(), progress.position);
  }

  /** A split and how far it was emitted. */
  static final class Progress {
    private final HistorySplit split;
    private CapturePosition position;

    Progress(HistorySplit split) {
      this.split = split;
      this.position = split.position();
    }
  }
}
