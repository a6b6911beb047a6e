package io.clausestream.cli.broker;

import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.spill.KeyedLine;
import io.clausestream.cli.spill.SortedSpill;
import io.clausestream.cli.spill.SpillFolder;
import io.clausestream.cli.spill.SpillMerge;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Prints the records of a topic. What is in it is sorted by time over all partitions, with a few
 * mebibytes in memory and the rest in temporary files; what comes later is printed as it comes.
 */
public final class TopicListing<T extends SpecificRecord> {

  private final Terminal terminal;
  private final TopicSpec topic;
  private final Class<T> type;
  private final Function<T, Optional<KeyedLine>> toLine;

  /**
   * A listing.
   *
   * @param toLine a record as it is printed, with its place in the order; empty to leave it out
   */
  public TopicListing(
      Terminal terminal, TopicSpec topic, Class<T> type, Function<T, Optional<KeyedLine>> toLine) {
    this.terminal = terminal;
    this.topic = topic;
    this.type = type;
    this.toLine = toLine;
  }

  /**
   * Prints what there is.
   *
   * @param follow whether to go on with those that come, for as long as somebody reads them
   * @return how many were printed
   */
  public long print(KafkaConnection connection, boolean follow) throws IOException {
    try (TopicReader<T> reader = TopicReader.fromBeginning(connection, topic, type)) {
      long count = printSorted(new TopicScan(terminal, connection), reader);
      PrintWriter out = terminal.out();
      out.flush();
      while (follow && !out.checkError()) {
        reader.poll(record -> toLine.apply(record).ifPresent(line -> out.println(line.text())));
      }
      return count;
    }
  }

  /**
   * Prints what there is, or that there is nothing.
   *
   * @param nothing what is told when there is nothing; empty: nothing is
   */
  public void printOr(KafkaConnection connection, Optional<String> nothing) throws IOException {
    if (print(connection, false) == 0) {
      nothing.ifPresent(terminal.out()::println);
      terminal.out().flush();
    }
  }

  private long printSorted(TopicScan scan, TopicReader<T> reader) throws IOException {
    try (SpillFolder folder = SpillFolder.create(topic.name())) {
      try (SortedSpill spill = folder.spill("spill")) {
        scan.read(
            reader, topic, record -> toLine.apply(record).ifPresent(line -> add(spill, line)));
      }
      long count = 0;
      try (SpillMerge lines = folder.open()) {
        while (lines.hasNext() && !terminal.out().checkError()) {
          terminal.out().println(lines.next().text());
          count++;
        }
      }
      return count;
    }
  }

  private static void add(SortedSpill spill, KeyedLine line) {
    try {
      spill.add(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
