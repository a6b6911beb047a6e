package io.clausestream.cli.deliveries;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.console.Told;
import io.clausestream.connector.delivery.engine.DeliveryFilter;
import io.clausestream.connector.kafka.TopicCatalogue;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream deliveries show}. */
@Command(name = "show", description = "Shows how one delivery stands.")
final class DeliveriesShow implements Callable<Integer> {

  @Mixin private BrokerOptions broker;

  @Parameters(paramLabel = "ID", description = "Id of the delivery, or the beginning of it.")
  private String id;

  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    DeliveryFacts one =
        FoundDeliveries.one(
            FoundDeliveries.of(broker.connect(TopicCatalogue.DELIVERIES), DeliveryFilter.all()),
            id);
    PrintWriter out = Terminal.of(spec).out();
    if (format.json()) {
      out.println(DeliveryJson.line(one));
    } else {
      text(out, one);
    }
    out.flush();
    return ExitCode.OK;
  }

  private static void text(PrintWriter out, DeliveryFacts one) {
    line(out, "delivery", one.id());
    line(out, "status", Told.lower(one.status()));
    line(out, "channel", one.channelWord());
    line(out, "subscriber", one.subscriberId());
    line(out, "message", one.messageId() + ", " + one.place());
    line(out, "attempts", one.attempts());
    line(out, "time", one.time());
    line(out, "tried again", one.next());
    line(out, "late since", one.lateAt());
    line(out, "reason", one.reason());
    line(out, "detail", one.detail());
  }

  private static void line(PrintWriter out, String name, @Nullable Object value) {
    if (value != null) {
      out.printf("  %-11s %s%n", name, PlainText.safe(value.toString()));
    }
  }
}
