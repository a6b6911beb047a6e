package io.clausestream.cli.feed;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.archive.ArchiveOptions;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.Progress;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.history.Archive;
import io.clausestream.connector.history.CaptureIterator;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Origin;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clausestream import}: captures of an archive into the topic of page fetches. */
@Command(
    name = "import",
    description = {
      "Sends the captures of an archive to the topic page-fetches, in the order of their time.",
      "Captures that the engine has had before it records as duplicates or late."
    })
public final class ImportCommand implements Callable<Integer> {

  @Mixin private ArchiveOptions archives;
  @Mixin private BrokerOptions broker;
  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public ImportCommand() {}

  @Override
  public Integer call() throws IOException {
    Terminal terminal = Terminal.of(spec);
    try (Archive archive = archives.open(terminal)) {
      KafkaConnection connection = broker.connect(TopicCatalogue.PAGE_FETCHES);
      long total = archive.counts(archives.filter()).captures();
      try (PageFetchWriter writer = new PageFetchWriter(connection, PageFetchWriter.IMPORT);
          CaptureIterator captures = archive.captures(archives.filter(), Origin.IMPORT);
          Progress progress = new Progress(terminal, "captures", total, InstantSource.system())) {
        while (captures.hasNext()) {
          writer.send(captures.next());
          progress.at(writer.stored());
        }
        writer.flush();
        progress.clear();
        report(terminal.out(), archive, connection, writer);
      }
    }
    return ExitCode.OK;
  }

  private void report(
      PrintWriter out, Archive archive, KafkaConnection connection, PageFetchWriter writer) {
    out.printf(
        "Sent %,d captures of '%s' to %s at %s.%n",
        writer.stored(),
        archives.path(),
        TopicCatalogue.PAGE_FETCHES.name(),
        connection.bootstrapServers());
    if (writer.tooLarge() > 0) {
      out.printf("Left out: %,d larger than the broker takes.%n", writer.tooLarge());
    }
    String skipped = ArchiveOptions.skipped(archive.counts());
    if (!skipped.isEmpty()) {
      out.println("No captures in the archive: " + skipped + ".");
    }
    out.flush();
  }
}
