package io.clausestream.cli.explain;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.TopicScan;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.json.ArchivePage;
import io.clausestream.cli.json.JsonLine;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.PageChange;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream explain}: everything that is known of a change. */
@Command(
    name = "explain",
    description = {
      "Shows everything of a change: versions, each provision with its severity and why, the words"
          + " that made rules apply, numbers, dates, the whole redline.",
      "Reads the topic page-changes of an engine that runs, committed records only, or a file."
    })
public final class ExplainCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "CHANGE_ID",
      description = "Id of the change, or the beginning of it; 'changes' shows them.")
  private String id;

  @Mixin private BrokerOptions broker;

  @Option(
      names = "--from-file",
      paramLabel = "CHANGES.jsonl",
      description =
          "Look it up in a file that 'replay --changes' or 'changes --format jsonl' wrote; needs no"
              + " engine.")
  private @Nullable Path file;

  @Mixin private FormatOptions format;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public ExplainCommand() {}

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    for (PageChange change : find(terminal)) {
      terminal
          .out()
          .println(
              format.json()
                  ? JsonLine.of(change, ArchivePage.of(change))
                  : new Explanation(terminal.palette(), terminal.width()).of(change));
    }
    terminal.out().flush();
    return ExitCode.OK;
  }

  private List<PageChange> find(Terminal terminal) {
    WantedChange wanted = new WantedChange(id);
    if (file != null) {
      ChangesFile.read(file, wanted::take);
      return wanted.found("'" + file + "'", "each line of it has its own as changeId");
    }
    new TopicScan(terminal, broker.connect(TopicCatalogue.PAGE_CHANGES))
        .read(TopicCatalogue.PAGE_CHANGES, PageChange.class, wanted::take);
    return wanted.found("the topic page-changes", "'clausestream changes' lists those there are");
  }
}
