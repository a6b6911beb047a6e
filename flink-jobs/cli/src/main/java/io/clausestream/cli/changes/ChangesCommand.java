package io.clausestream.cli.changes;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.TopicReader;
import io.clausestream.cli.console.ChangeText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.json.ArchivePage;
import io.clausestream.cli.json.JsonLine;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.PageChange;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clausestream changes}: prints the topic of page changes. */
@Command(
    name = "changes",
    description = {
      "Prints the changes that were found, from the first to the last.",
      "Reads the topic page-changes of an engine that runs, committed records only."
    })
public final class ChangesCommand implements Callable<Integer> {

  /** How changes are printed. */
  private enum Format {
    TEXT,
    JSONL
  }

  @Mixin private BrokerOptions broker;

  @Option(names = "--follow", description = "Go on with those that come, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text: a redline for people; jsonl: one JSON object in a line (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public ChangesCommand() {}

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    Function<PageChange, String> renderer = renderer(terminal);
    PrintWriter out = terminal.out();
    KafkaConnection connection = broker.connect(TopicCatalogue.PAGE_CHANGES);
    try (TopicReader<PageChange> reader =
        TopicReader.fromBeginning(connection, TopicCatalogue.PAGE_CHANGES, PageChange.class)) {
      reader.readToEnd(change -> out.println(renderer.apply(change)));
      out.flush();
      while (follow && !out.checkError()) {
        reader.poll(change -> out.println(renderer.apply(change)));
      }
    }
    return ExitCode.OK;
  }

  private Function<PageChange, String> renderer(Terminal terminal) {
    return switch (format) {
      case TEXT -> new ChangeText(terminal.palette(), terminal.width())::render;
      case JSONL -> change -> JsonLine.of(change, ArchivePage.of(change));
    };
  }
}
