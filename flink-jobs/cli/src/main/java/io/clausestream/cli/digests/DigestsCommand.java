package io.clausestream.cli.digests;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clausestream digests}: the weeks of subscribers. */
@Command(
    name = "digests",
    description = "Lists digests, shows one.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {DigestsList.class, DigestsShow.class})
public final class DigestsCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public DigestsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say list or show");
  }
}
