package io.clausestream.cli.up;

import io.clausestream.cli.broker.TopicReader;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Alert;

/**
 * Prints alerts as they come, each once over all starts; after a crash the last few may come again,
 * on the console only. One thread.
 */
final class AlertPrinter implements AutoCloseable {

  private static final String PLACE = "clausestream-console";

  private final Terminal terminal;
  private final ConsoleAlerts shown;
  private final TopicReader<Alert> alerts;
  private long printed;

  AlertPrinter(KafkaConnection connection, Terminal terminal) {
    this.terminal = terminal;
    this.shown = new ConsoleAlerts(terminal.palette(), terminal.width());
    this.alerts = TopicReader.goingOn(connection, TopicCatalogue.ALERTS, Alert.class, PLACE);
  }

  /** Prints what has come, waiting a moment when nothing has; answers how many there were. */
  int print() {
    int count = alerts.poll(alert -> terminal.out().println(shown.render(alert)));
    if (count > 0) {
      terminal.out().flush();
      alerts.keep();
      printed += count;
    }
    return count;
  }

  /** How many it has printed. */
  long printed() {
    return printed;
  }

  @Override
  public void close() {
    alerts.close();
  }
}
