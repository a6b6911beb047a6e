package io.clausestream.connector.history;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** Lists the platforms off the coordinator's thread; gives the largest left to who asks. */
final class HistoryEnumerator implements SplitEnumerator<HistorySplit, HistoryCheckpoint> {

  private static final Comparator<HistorySplit> LARGEST_FIRST =
      Comparator.comparingLong((HistorySplit split) -> split.captures() - split.position().read())
          .reversed()
          .thenComparing(HistorySplit::platform);

  private final SplitEnumeratorContext<HistorySplit> context;
  private final HistoryOptions options;
  private final List<HistorySplit> remaining;
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private boolean listed;
  private @Nullable Archive archive;
  private boolean closed;

  HistoryEnumerator(
      SplitEnumeratorContext<HistorySplit> context,
      HistoryOptions options,
      HistoryCheckpoint checkpoint) {
    this.context = context;
    this.options = options;
    this.listed = checkpoint.listed();
    this.remaining = new ArrayList<>(checkpoint.remaining());
  }

  @Override
  public void start() {
    if (!listed) {
      context.callAsync(this::list, this::onListed);
    }
  }

  private List<HistorySplit> list() throws IOException {
    return hold(SharedArchives.open(options))
        .counts(options.filter())
        .byPlatform()
        .entrySet()
        .stream()
        .map(e -> new HistorySplit(e.getKey(), e.getValue(), CapturePosition.START))
        .toList();
  }

  /** Kept until the end, so that readers in this JVM share the list. */
  private synchronized Archive hold(Archive opened) throws IOException {
    if (closed) {
      opened.close();
    }
    archive = opened;
    return opened;
  }

  private void onListed(@Nullable List<HistorySplit> splits, @Nullable Throwable failure) {
    if (failure != null || splits == null) {
      throw new FlinkRuntimeException(
          "Could not list the archive " + options.location() + ".", failure);
    }
    remaining.addAll(splits);
    listed = true;
    waiting.forEach(this::assign);
    waiting.clear();
  }

  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {
    if (listed) {
      assign(subtask);
    } else {
      waiting.add(subtask);
    }
  }

  private void assign(int subtask) {
    if (!context.registeredReaders().containsKey(subtask)) {
      return;
    }
    if (remaining.isEmpty()) {
      context.signalNoMoreSplits(subtask);
      return;
    }
    remaining.sort(LARGEST_FIRST);
    context.assignSplit(remaining.remove(0), subtask);
  }

  @Override
  public void addSplitsBack(List<HistorySplit> splits, int subtask) {
    remaining.addAll(splits);
  }

  @Override
  public void addReader(int subtask) {
    // A reader asks when it has no split.
  }

  @Override
  public HistoryCheckpoint snapshotState(long checkpointId) {
    return new HistoryCheckpoint(listed, remaining);
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (archive != null) {
      archive.close();
    }
  }
}
