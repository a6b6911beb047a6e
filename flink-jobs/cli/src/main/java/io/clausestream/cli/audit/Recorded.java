package io.clausestream.cli.audit;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.TopicScan;
import io.clausestream.cli.console.Progress;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.json.ArchivePage;
import io.clausestream.cli.json.JsonLine;
import io.clausestream.cli.spill.SortedSpill;
import io.clausestream.cli.spill.SpillFolder;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.PageChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** Takes in the changes that were recorded, as far as they are of the period. One use. */
final class Recorded {

  private final Period period;
  private final SortedSpill spill;
  private long taken;
  private long leftOut;

  private Recorded(Period period, SortedSpill spill) {
    this.period = period;
    this.spill = spill;
  }

  /**
   * How many there are.
   *
   * @param taken those of the period
   * @param leftOut those that are not
   */
  record Counts(long taken, long leftOut) {}

  /**
   * Reads a file of JSON Lines.
   *
   * @throws UserMistake when it cannot be read, or a line of it is no change
   */
  static Counts ofFile(Path file, Period period, SpillFolder folder, Terminal terminal)
      throws IOException {
    try (SortedSpill spill = folder.spill("spill");
        BufferedReader reader = open(file);
        Progress progress = new Progress(terminal, "recorded changes", 0, InstantSource.system())) {
      Recorded recorded = new Recorded(period, spill);
      long number = 0;
      String line;
      while ((line = next(reader, file)) != null) {
        number++;
        if (!line.isBlank()) {
          recorded.take(parse(line, file, number));
        }
        progress.at(number);
      }
      return recorded.counts();
    }
  }

  /** Reads the topic of changes. */
  static Counts ofTopic(
      KafkaConnection connection, Period period, SpillFolder folder, Terminal terminal)
      throws IOException {
    try (SortedSpill spill = folder.spill("spill")) {
      Recorded recorded = new Recorded(period, spill);
      new TopicScan(terminal, connection)
          .read(
              TopicCatalogue.PAGE_CHANGES,
              PageChange.class,
              change ->
                  recorded.take(ChangeLine.parse(JsonLine.of(change, ArchivePage.of(change)))));
      return recorded.counts();
    }
  }

  private Counts counts() {
    return new Counts(taken, leftOut);
  }

  private void take(ChangeLine change) {
    if (!period.holds(change)) {
      leftOut++;
      return;
    }
    taken++;
    try {
      spill.add(change.byChange());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChangeLine parse(String line, Path file, long number) {
    try {
      return ChangeLine.parse(line);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(
          "Line "
              + number
              + " of '"
              + file
              + "' is no change: "
              + e.getMessage()
              + "; make the file with 'changes --format jsonl' or 'replay --changes'.",
          e);
    }
  }

  private static BufferedReader open(Path file) {
    try {
      return Files.newBufferedReader(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static @org.jspecify.annotations.Nullable String next(BufferedReader reader, Path file) {
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UserMistake unreadable(Path file, IOException e) {
    return new UserMistake(
        "The recorded changes '"
            + file
            + "' cannot be read ("
            + e.getClass().getSimpleName()
            + "): name a file of JSON Lines in UTF-8 with --compare.",
        e);
  }
}
