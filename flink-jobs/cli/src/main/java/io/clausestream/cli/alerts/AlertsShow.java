package io.clausestream.cli.alerts;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.ChangeText;
import io.clausestream.cli.console.FormatOptions;
import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Alert;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clausestream alerts show}. */
@Command(name = "show", description = "Shows one alert with its change.")
final class AlertsShow implements Callable<Integer> {

  @Mixin private BrokerOptions broker;

  @Parameters(paramLabel = "ID", description = "Id of the alert, or the beginning of it.")
  private String id;

  @Mixin private FormatOptions format;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Alert alert = FoundAlerts.one(broker.connect(TopicCatalogue.ALERTS), id);
    Terminal terminal = Terminal.of(spec);
    if (format.json()) {
      terminal.out().println(AlertJson.whole(alert));
    } else {
      text(alert, terminal);
    }
    terminal.out().flush();
    return ExitCode.OK;
  }

  private static void text(Alert alert, Terminal terminal) {
    PrintWriter out = terminal.out();
    line(out, "alert", alert.getAlertId());
    line(out, "subscriber", alert.getSubscriberId());
    line(out, "time", alert.getAlertedAt().toString());
    line(out, "change", alert.getChange().getChangeId());
    line(out, "updates", alert.getUpdates());
    line(out, "takes back", alert.getRetracts());
    line(out, "because", alert.getCorrection());
    out.println(new ChangeText(terminal.palette(), terminal.width()).render(alert.getChange()));
  }

  private static void line(PrintWriter out, String name, @Nullable String value) {
    if (value != null) {
      out.printf("  %-11s %s%n", name, PlainText.safe(value));
    }
  }
}
