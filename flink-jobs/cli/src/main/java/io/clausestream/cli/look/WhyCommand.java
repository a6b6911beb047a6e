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

/** {@code clausestream why}: the story of a document. */
@Command(
    name = "why",
    description = {
      "Tells the story of a document: every fetch, its verdict and the reason, in order.",
      "Reads the topics of verdicts of an engine that runs, committed records only."
    })
public final class WhyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DOCUMENT",
      description = "Id of the document, like 'Platform/Document type'.")
  private String document;

  @Mixin private BrokerOptions broker;

  @Option(names = "--all", description = "A line for each fetch: do not fold runs of a verdict.")
  private boolean all;

  @Option(
      names = "--fetches",
      description =
          "Read page-fetches too, for those without a verdict yet; takes longer, as pages are"
              + " large.")
  private boolean fetches;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text: for people; jsonl: one JSON object in a line, never folded (default:"
              + " ${DEFAULT-VALUE}).")
  private RecordFormat format;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public WhyCommand() {}

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    TopicScan scan = new TopicScan(terminal, broker.connect(TopicCatalogue.PAGE_VERIFICATIONS));
    Story story = StoryReader.read(document, scan, fetches);
    if (format == RecordFormat.JSONL) {
      story.events().forEach(e -> terminal.out().println(StoryJson.of(document, e)));
      terminal.out().flush();
    } else {
      new StoryText(terminal).print(story, all);
    }
    return ExitCode.OK;
  }
}
