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
import picocli.CommandLine.Spec;

/** {@code clausestream subscriptions list}: who is told of what. */
@Command(name = "list", description = "Lists the subscriptions in force, by subscriber.")
final class SubscriptionsList implements Callable<Integer> {

  @Mixin private BrokerOptions broker;
  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Subscription> all = AdmittedSubscriptions.of(broker.connect(TopicCatalogue.SUBSCRIPTIONS));
    Terminal terminal = Terminal.of(spec);
    if (format.json()) {
      all.forEach(subscription -> terminal.out().println(SubscriptionJson.of(subscription)));
    } else if (all.isEmpty()) {
      terminal.out().println("No subscriptions.");
    } else {
      SubscriptionText.table(all).forEach(terminal.out()::println);
    }
    terminal.out().flush();
    return ExitCode.OK;
  }
}
