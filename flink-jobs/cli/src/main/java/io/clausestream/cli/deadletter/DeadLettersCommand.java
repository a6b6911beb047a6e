package io.clausestream.cli.deadletter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clausestream dead-letters}: records that could not be handled. */
@Command(
    name = "dead-letters",
    description = "Lists records that could not be handled, shows one, sends them again.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {DeadLettersList.class, DeadLettersShow.class, DeadLettersRedrive.class})
public final class DeadLettersCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public DeadLettersCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say list, show or redrive");
  }
}
