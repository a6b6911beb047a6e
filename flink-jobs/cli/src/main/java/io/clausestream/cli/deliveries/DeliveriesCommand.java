package io.clausestream.cli.deliveries;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clausestream deliveries}: what became of messages on their channels. */
@Command(
    name = "deliveries",
    description =
        "Lists deliveries, shows one, sends those again that were given up, tells where feeds are.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DeliveriesList.class,
      DeliveriesShow.class,
      DeliveriesRetry.class,
      DeliveriesFeed.class
    })
public final class DeliveriesCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public DeliveriesCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say list, show, retry or feed");
  }
}
