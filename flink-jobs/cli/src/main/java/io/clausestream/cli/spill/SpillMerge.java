package io.clausestream.cli.spill;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Merges the files of {@link SortedSpill}s into one sorted sequence, a line of each file in memory.
 * One thread; the caller closes it.
 */
public final class SpillMerge implements Iterator<KeyedLine>, Closeable {

  private final List<Run> runs = new ArrayList<>();
  private final PriorityQueue<Run> queue =
      new PriorityQueue<>(Comparator.comparing(run -> run.line));

  private SpillMerge() {}

  /** The lines of the folder's files, from the first on. */
  static SpillMerge of(Path folder) throws IOException {
    SpillMerge merge = new SpillMerge();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        merge.runs.add(new Run(file));
      }
    } catch (IOException | RuntimeException e) {
      merge.close();
      throw e;
    }
    merge.runs.stream().filter(run -> run.line != Run.END).forEach(merge.queue::add);
    return merge;
  }

  /** Writes all lines of the folder's files, sorted, to a writer; answers how many. */
  static long merge(Path folder, Writer out) throws IOException {
    long count = 0;
    try (SpillMerge merge = of(folder)) {
      while (merge.hasNext()) {
        out.write(merge.next().text());
        out.write('\n');
        count++;
      }
    }
    return count;
  }

  @Override
  public boolean hasNext() {
    return !queue.isEmpty();
  }

  /**
   * The next line.
   *
   * @throws UncheckedIOException when a file cannot be read any more
   */
  @Override
  public KeyedLine next() {
    if (queue.isEmpty()) {
      throw new NoSuchElementException("behind the last line");
    }
    Run run = queue.remove();
    KeyedLine line = run.line;
    try {
      if (run.advance()) {
        queue.add(run);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    for (Run run : runs) {
      run.close();
    }
  }

  /** One sorted file, and the line that it stands at. */
  private static final class Run implements Closeable {

    private static final KeyedLine END = new KeyedLine("", "");

    private final DataInputStream in;
    private int left;
    private KeyedLine line = END;

    Run(Path file) throws IOException {
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 64 << 10));
      this.left = in.readInt();
      advance();
    }

    boolean advance() throws IOException {
      if (left == 0) {
        line = END;
        return false;
      }
      left--;
      line = new KeyedLine(text(), text());
      return true;
    }

    private String text() throws IOException {
      byte[] bytes = in.readNBytes(in.readInt());
      return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
