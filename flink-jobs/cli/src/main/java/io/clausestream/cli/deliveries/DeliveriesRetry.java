package io.clausestream.cli.deliveries;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.console.Told;
import io.clausestream.connector.delivery.engine.DeliveryFilter;
import io.clausestream.connector.delivery.engine.DeliveryRedriver;
import io.clausestream.connector.delivery.engine.DeliveryState;
import io.clausestream.connector.delivery.engine.DeliveryState.Status;
import io.clausestream.connector.delivery.engine.EngineTopics;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream deliveries retry}. */
@Command(
    name = "retry",
    description = {
      "Lets deliveries that were given up be sent again by the engine that delivers, with all"
          + " attempts before them; best after the cause was removed.",
      "Ends with 1 when a delivery that was named is left out."
    })
final class DeliveriesRetry implements Callable<Integer> {

  @Mixin private BrokerOptions broker;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Ids of the deliveries, or the beginnings of them.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all-failed", description = "All that were given up.")
  private boolean allFailed;

  @Mixin private DeliveryChoice choice;
  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  private int left;

  @Override
  public Integer call() {
    if (ids.isEmpty() != allFailed || !allFailed && choice.isNamed()) {
      throw new ParameterException(
          spec.commandLine(),
          "Say which: either ids of deliveries, or --all-failed, narrowed by --subscriber and"
              + " --channel");
    }
    KafkaConnection connection = broker.connect(TopicCatalogue.DELIVERIES);
    PrintWriter out = Terminal.of(spec).out();
    Set<String> failed = allFailed ? Set.of() : failed(connection, out);
    List<DeliveryState> again =
        !allFailed && failed.isEmpty()
            ? List.of()
            : redrive(connection, allFailed ? choice.filter() : DeliveryFilter.ids(failed));
    again.stream().map(DeliveryFacts::of).forEach(one -> tell(out, one, true));
    if (!format.json()) {
      out.printf(
          "Sent %d deliver%s back to be delivered again.%n",
          again.size(), again.size() == 1 ? "y" : "ies");
    }
    out.flush();
    return left == 0 ? ExitCode.OK : ExitCode.DIFFERS;
  }

  /** Those of the named ones that were given up; tells which are left out. */
  private Set<String> failed(KafkaConnection connection, PrintWriter out) {
    List<DeliveryFacts> all = FoundDeliveries.of(connection, DeliveryFilter.all());
    Set<String> failed = new LinkedHashSet<>();
    for (String id : Set.copyOf(ids)) {
      DeliveryFacts one = FoundDeliveries.one(all, id);
      if (one.status() == Status.FAILED) {
        failed.add(one.id());
      } else {
        left++;
        tell(out, one, false);
      }
    }
    return failed;
  }

  private static List<DeliveryState> redrive(KafkaConnection connection, DeliveryFilter filter) {
    try {
      return new DeliveryRedriver(connection, EngineTopics.ofCatalogue(), Clock.systemUTC())
          .redrive(filter);
    } catch (IllegalStateException | KafkaException e) {
      throw new UserMistake(e.getMessage() + " Run the command again.", e);
    }
  }

  private void tell(PrintWriter out, DeliveryFacts one, boolean sentBack) {
    if (format.json()) {
      out.println(DeliveryJson.retried(one, sentBack));
    } else if (sentBack) {
      out.println(line("sent back", one));
    } else {
      out.println(line("left out", one) + ", which is " + Told.lower(one.status()));
    }
  }

  private static String line(String what, DeliveryFacts one) {
    return PlainText.safe(
        "%s %s  %s to %s%s"
            .formatted(
                what,
                one.id(),
                one.channelWord(),
                one.subscriberId(),
                one.reason() == null ? "" : ", " + one.reason()));
  }
}
