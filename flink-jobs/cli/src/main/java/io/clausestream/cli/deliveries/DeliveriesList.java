package io.clausestream.cli.deliveries;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.Columns;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.console.Told;
import io.clausestream.connector.delivery.engine.DeliveryState.Status;
import io.clausestream.connector.kafka.TopicCatalogue;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clausestream deliveries list}. */
@Command(
    name = "list",
    description = {
      "Lists how deliveries stand, in the order of time: one line for each message and channel.",
      "Reads the topics deliveries and delivery-retries."
    })
final class DeliveriesList implements Callable<Integer> {

  @Mixin private BrokerOptions broker;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only those that stand so: waiting, delivered, failed.")
  private @Nullable Status status;

  @Mixin private DeliveryChoice choice;
  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<DeliveryFacts> chosen =
        FoundDeliveries.of(broker.connect(TopicCatalogue.DELIVERIES), choice.filter()).stream()
            .filter(one -> status == null || status == one.status())
            .toList();
    PrintWriter out = Terminal.of(spec).out();
    if (format.json()) {
      chosen.forEach(one -> out.println(DeliveryJson.line(one)));
    } else if (chosen.isEmpty()) {
      out.println("No deliveries.");
    } else {
      columns(chosen).lines().forEach(out::println);
    }
    out.flush();
    return ExitCode.OK;
  }

  private static Columns columns(List<DeliveryFacts> chosen) {
    Columns columns =
        new Columns("TIME", "STATUS", "CHANNEL", "SUBSCRIBER", "TRIED>", "REASON", "ID");
    for (DeliveryFacts one : chosen) {
      columns.row(
          one.time().toString(),
          Told.lower(one.status()) + (one.lateAt() == null ? "" : ", late"),
          one.channelWord(),
          PlainText.safe(one.subscriberId()),
          String.valueOf(one.attempts()),
          one.reason() == null ? "" : PlainText.safe(one.reason()),
          one.id());
    }
    return columns;
  }
}
