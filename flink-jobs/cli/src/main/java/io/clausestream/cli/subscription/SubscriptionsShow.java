package io.clausestream.cli.subscription;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Subscription;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream subscriptions show}: all terms of one. */
@Command(name = "show", description = "Shows the terms of a subscriber that are in force.")
final class SubscriptionsShow implements Callable<Integer> {

  @Parameters(paramLabel = "SUBSCRIBER", description = "Id of the subscriber.")
  private String subscriber;

  @Mixin private BrokerOptions broker;
  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Subscription found =
        AdmittedSubscriptions.of(broker.connect(TopicCatalogue.SUBSCRIPTIONS), subscriber);
    Terminal terminal = Terminal.of(spec);
    (format.json() ? List.of(SubscriptionJson.of(found)) : SubscriptionText.lines(found))
        .forEach(terminal.out()::println);
    terminal.out().flush();
    return ExitCode.OK;
  }
}
