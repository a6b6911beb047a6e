package io.clausestream.cli.changes;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.RecordFormat;
import io.clausestream.cli.broker.TopicListing;
import io.clausestream.cli.console.ChangeText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.json.ArchivePage;
import io.clausestream.cli.json.JsonLine;
import io.clausestream.cli.spill.KeyedLine;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.PageChange;
import java.io.IOException;
import java.util.Optional;
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
      "Prints the changes that were found, in the order of their time.",
      "Reads the topic page-changes of an engine that runs, committed records only."
    })
public final class ChangesCommand implements Callable<Integer> {

  @Mixin private BrokerOptions broker;

  @Option(names = "--follow", description = "Go on with those that come, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text: a redline for people; jsonl: one JSON object in a line (default: ${DEFAULT-VALUE}).")
  private RecordFormat format;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public ChangesCommand() {}

  @Override
  public Integer call() throws IOException {
    Terminal terminal = Terminal.of(spec);
    Function<PageChange, String> renderer = renderer(terminal);
    new TopicListing<>(
            terminal,
            TopicCatalogue.PAGE_CHANGES,
            PageChange.class,
            change -> Optional.of(line(change, renderer.apply(change))))
        .print(broker.connect(TopicCatalogue.PAGE_CHANGES), follow);
    return ExitCode.OK;
  }

  private static KeyedLine line(PageChange change, String text) {
    return KeyedLine.byTime(
        change.getDetectedAt(), change.getDocumentId(), change.getChangeId(), text);
  }

  private Function<PageChange, String> renderer(Terminal terminal) {
    return switch (format) {
      case TEXT -> new ChangeText(terminal.palette(), terminal.width())::render;
      case JSONL -> change -> JsonLine.of(change, ArchivePage.of(change));
    };
  }
}
