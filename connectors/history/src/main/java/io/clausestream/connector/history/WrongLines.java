package io.clausestream.connector.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with a file, so that one run names every wrong line; of a file that is
 * wrong all through, the first ones. One thread.
 */
final class WrongLines {

  private static final int MOST = 20;

  private final Path file;
  private final List<String> told = new ArrayList<>();
  private long count;

  WrongLines(Path file) {
    this.file = file;
  }

  /** The taker, but a wrong line does not end the reading. */
  LineTaker collecting(LineTaker taker) {
    return (line, number, offset) -> {
      try {
        taker.take(line, number, offset);
      } catch (ArchiveFormatException e) {
        add(e);
      }
    };
  }

  private void add(ArchiveFormatException wrong) {
    count++;
    if (told.size() < MOST) {
      told.addAll(wrong.lines());
    }
  }

  /**
   * Ends the reading if a line was wrong.
   *
   * @throws ArchiveFormatException naming each, or the first ones and how many more there are
   */
  void throwIfAny() throws ArchiveFormatException {
    if (told.isEmpty()) {
      return;
    }
    if (count > told.size()) {
      told.add(
          "%s: %d more lines are wrong; mend these first.".formatted(file, count - told.size()));
    }
    throw new ArchiveFormatException(told);
  }
}
