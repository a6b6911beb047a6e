package io.clausestream.cli.alerts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clausestream alerts}: what subscribers were told. */
@Command(
    name = "alerts",
    description = "Lists alerts, shows one, takes those of a change back.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {AlertsList.class, AlertsShow.class, AlertsRetract.class})
public final class AlertsCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public AlertsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say list, show or retract");
  }
}
