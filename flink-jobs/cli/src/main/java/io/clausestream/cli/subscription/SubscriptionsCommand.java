package io.clausestream.cli.subscription;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clausestream subscriptions}: the terms in force. */
@Command(
    name = "subscriptions",
    description = "Lists subscriptions, shows, pauses, mutes and ends them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SubscriptionsList.class,
      SubscriptionsShow.class,
      SubscriptionsPause.class,
      SubscriptionsResume.class,
      SubscriptionsMute.class,
      SubscriptionsUnmute.class,
      SubscriptionsCancel.class,
      SubscriptionsForget.class
    })
public final class SubscriptionsCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public SubscriptionsCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say list, show, pause, resume, mute, unmute, cancel or forget");
  }
}
