package io.clausestream.cli.broker;

import io.clausestream.cli.console.Progress;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicSpec;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Reads topics from their first committed record to their last, and shows how far it is. */
public final class TopicScan {

  private final Terminal terminal;
  private final KafkaConnection connection;

  /** A scan of topics of one broker. */
  public TopicScan(Terminal terminal, KafkaConnection connection) {
    this.terminal = terminal;
    this.connection = connection;
  }

  /** Hands over the records that are in a topic now, partition by partition. */
  public <T extends SpecificRecord> void read(TopicSpec topic, Class<T> type, Consumer<T> out) {
    try (TopicReader<T> reader = TopicReader.fromBeginning(connection, topic, type)) {
      read(reader, topic, out);
    }
  }

  /** Hands over the records that a reader has before it now. */
  <T extends SpecificRecord> void read(TopicReader<T> reader, TopicSpec topic, Consumer<T> out) {
    try (Progress progress =
        new Progress(
            terminal, "offsets of " + topic.name(), reader.offsets(), InstantSource.system())) {
      reader.readToEnd(out, progress::at);
    }
  }
}
