package io.clausestream.cli.alerts;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.TopicListing;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.spill.KeyedLine;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Alert;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clausestream alerts list}. */
@Command(
    name = "list",
    description = {
      "Lists the alerts in the order of their time, and those that take others back.",
      "Reads the topic alerts, committed records only."
    })
final class AlertsList implements Callable<Integer> {

  @Mixin private BrokerOptions broker;
  @Mixin private AlertFilter filter;
  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Terminal terminal = Terminal.of(spec);
    new TopicListing<>(terminal, TopicCatalogue.ALERTS, Alert.class, alert -> line(alert, terminal))
        .printOr(broker.connect(TopicCatalogue.ALERTS), format.told("No alerts."));
    return ExitCode.OK;
  }

  private Optional<KeyedLine> line(Alert alert, Terminal terminal) {
    return filter.chooses(alert)
        ? Optional.of(
            KeyedLine.byTime(
                alert.getAlertedAt(),
                alert.getChange().getDocumentId(),
                alert.getAlertId(),
                format.json() ? AlertJson.line(alert) : AlertText.line(alert, terminal.palette())))
        : Optional.empty();
  }
}
