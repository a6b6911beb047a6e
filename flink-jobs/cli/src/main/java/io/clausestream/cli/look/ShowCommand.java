package io.clausestream.cli.look;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.RecordFormat;
import io.clausestream.cli.broker.TopicScan;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.kafka.TopicCatalogue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream show}: where a document stands. */
@Command(
    name = "show",
    description = {
      "Shows where a document stands: its version and hashes, when it was first seen, last verified"
          + " and last changed, how its source does, its last changes.",
      "Reads the topics of verdicts of an engine that runs, committed records only."
    })
public final class ShowCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DOCUMENT",
      description = "Id of the document, like 'Platform/Document type'.")
  private String document;

  @Mixin private BrokerOptions broker;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text: for people; jsonl: one JSON object (default: ${DEFAULT-VALUE}).")
  private RecordFormat format;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public ShowCommand() {}

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    TopicScan scan = new TopicScan(terminal, broker.connect(TopicCatalogue.PAGE_VERIFICATIONS));
    DocumentState state = new DocumentState(StoryReader.read(document, scan, false));
    if (format == RecordFormat.JSONL) {
      terminal.out().println(StoryJson.of(state));
      terminal.out().flush();
    } else {
      new StateText(terminal).print(state);
    }
    return ExitCode.OK;
  }
}
