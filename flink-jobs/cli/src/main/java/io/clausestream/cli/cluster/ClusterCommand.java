package io.clausestream.cli.cluster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clausestream cluster}: a standalone cluster on this machine. */
@Command(
    name = "cluster",
    description = "Runs the engine on a Flink cluster of several processes on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ClusterUp.class, ClusterStatus.class, ClusterDown.class})
public final class ClusterCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public ClusterCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say up, status or down");
  }
}
