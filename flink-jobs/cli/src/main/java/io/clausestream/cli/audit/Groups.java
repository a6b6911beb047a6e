package io.clausestream.cli.audit;

import io.clausestream.cli.spill.KeyedLine;
import io.clausestream.cli.spill.SpillFolder;
import io.clausestream.cli.spill.SpillMerge;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorted lines, those of the same key at a time. One thread. */
final class Groups implements Closeable {

  private final SpillMerge lines;
  private @Nullable KeyedLine next;

  Groups(SpillFolder folder) throws IOException {
    this.lines = folder.open();
    advance();
  }

  /** The key of the next group; null behind the last. */
  @Nullable String key() {
    return next == null ? null : next.key();
  }

  /** The lines of that key, and on to the next group; none when the key is another. */
  List<String> take(String key) {
    List<String> group = new ArrayList<>();
    while (next != null && next.key().equals(key)) {
      group.add(next.text());
      advance();
    }
    return group;
  }

  /** Passes over groups before a key. */
  void skipTo(String key) {
    while (next != null && next.key().compareTo(key) < 0) {
      advance();
    }
  }

  /** The smaller of the next keys of both; null behind the last of both. */
  static @Nullable String smaller(Groups one, Groups other) {
    String a = one.key();
    String b = other.key();
    return a == null ? b : b == null || a.compareTo(b) <= 0 ? a : b;
  }

  private void advance() {
    next = lines.hasNext() ? lines.next() : null;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
