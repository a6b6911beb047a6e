package io.clausestream.cli.spill;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes keyed lines in any order and leaves them in files, each sorted by key, that {@link
 * SpillMerge} makes one of. Holds a few mebibytes of lines at most. One thread.
 */
public final class SortedSpill implements AutoCloseable {

  private static final long MOST_CHARACTERS = 4L << 20;

  private final Path folder;
  private final String prefix;
  private final List<KeyedLine> lines = new ArrayList<>();
  private long characters;
  private int files;

  /**
   * An empty spill.
   *
   * @param folder where its files go
   * @param prefix begin of their names, of this spill alone
   */
  public SortedSpill(Path folder, String prefix) {
    this.folder = folder;
    this.prefix = prefix;
  }

  /** Takes a line. */
  public void add(KeyedLine line) throws IOException {
    lines.add(line);
    characters += line.text().length();
    if (characters >= MOST_CHARACTERS) {
      flush();
    }
  }

  /** Writes what it holds. */
  public void flush() throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    lines.sort(Comparator.naturalOrder());
    Path file = folder.resolve(prefix + "-" + files++);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(lines.size());
      for (KeyedLine line : lines) {
        write(out, line.key());
        write(out, line.text());
      }
    }
    lines.clear();
    characters = 0;
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
