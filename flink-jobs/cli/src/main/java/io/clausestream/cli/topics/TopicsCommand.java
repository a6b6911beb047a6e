package io.clausestream.cli.topics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clausestream topics}: the topics against the catalogue. */
@Command(
    name = "topics",
    description =
        "Lists the topics of the engine, checks them against the catalogue, creates them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {TopicsList.class, TopicsCheck.class, TopicsCreate.class})
public final class TopicsCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public TopicsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say list, check or create");
  }
}
