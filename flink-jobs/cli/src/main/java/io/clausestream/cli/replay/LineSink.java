package io.clausestream.cli.replay;

import io.clausestream.cli.spill.KeyedLine;
import io.clausestream.cli.spill.SortedSpill;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Writes records as keyed lines into a folder of the machine that it runs on, a spill for each
 * subtask. For bounded runs without restarts.
 */
final class LineSink<T> implements Sink<T> {

  private static final long serialVersionUID = 1;

  private final String folder;
  private final SerializableFunction<T, KeyedLine> toLine;

  LineSink(Path folder, SerializableFunction<T, KeyedLine> toLine) {
    this.folder = folder.toString();
    this.toLine = toLine;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    String name = "spill-" + context.getTaskInfo().getIndexOfThisSubtask();
    return new Lines<>(new SortedSpill(Path.of(folder), name), toLine);
  }

  /** The writer of one subtask. */
  private record Lines<T>(SortedSpill spill, SerializableFunction<T, KeyedLine> toLine)
      implements SinkWriter<T> {

    @Override
    public void write(T element, Context context) throws IOException {
      spill.add(toLine.apply(element));
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      if (endOfInput) {
        spill.flush();
      }
    }

    @Override
    public void close() throws IOException {
      spill.flush();
    }
  }
}
