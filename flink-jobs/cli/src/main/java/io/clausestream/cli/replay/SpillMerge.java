package io.clausestream.cli.replay;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Merges the files of {@link SortedSpill}s into one sorted text, a line of each in memory. */
final class SpillMerge {

  private SpillMerge() {}

  /** Writes all lines of the folder's files, sorted, to a writer; answers how many. */
  static long merge(Path folder, Writer out) throws IOException {
    List<Run> runs = open(folder);
    try {
      PriorityQueue<Run> queue = new PriorityQueue<>(Comparator.comparing(run -> run.line));
      runs.stream().filter(run -> run.line != Run.END).forEach(queue::add);
      long count = 0;
      while (!queue.isEmpty()) {
        Run run = queue.remove();
        out.write(run.line.text());
        out.write('\n');
        count++;
        if (run.advance()) {
          queue.add(run);
        }
      }
      return count;
    } finally {
      for (Run run : runs) {
        run.close();
      }
    }
  }

  private static List<Run> open(Path folder) throws IOException {
    List<Run> runs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        runs.add(new Run(file));
      }
    }
    return runs;
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
