package io.clausestream.cli.up;

import io.clausestream.cli.StopSignal;
import io.clausestream.cli.broker.RunProperties;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.deliver.DeliverySetup;
import io.clausestream.connector.delivery.engine.PrometheusDeliveryMetrics;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.pipeline.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/** One run of the engine: from a broker that answers until it is told to stop. */
final class UpSession {

  private final Terminal terminal;
  private final DataFolder folder;
  private final EmbeddedBroker broker;
  private final StopSignal stop;

  UpSession(Terminal terminal, DataFolder folder, EmbeddedBroker broker, StopSignal stop) {
    this.terminal = terminal;
    this.folder = folder;
    this.broker = broker;
    this.stop = stop;
  }

  /** Runs until it is told to stop; answers the exit code. */
  int run(int webPort, Settings settings, Optional<DeliverySetup> setup) throws Exception {
    try (TopicAdmin admin = TopicAdmin.open(broker.connection())) {
      admin.create();
    }
    OptionalInt port = MetricsPort.of(settings.configuration());
    PrometheusDeliveryMetrics metrics = new PrometheusDeliveryMetrics();
    try (Engine engine = Engine.start(folder, broker.connection(), webPort, settings, port);
        MetricsEndpoint page = MetricsEndpoint.start(port, engine.reporterPort(), metrics);
        AlertPrinter alerts = new AlertPrinter(broker.connection(), terminal);
        SubscriptionSeed subscriptions =
            new SubscriptionSeed(folder, broker.connection(), terminal, InstantSource.system());
        SampleFeed sample =
            new SampleFeed(folder, broker.connection(), terminal, InstantSource.system());
        UpDelivery delivery = new UpDelivery(folder, terminal)) {
      new RunProperties(broker.bootstrapServers(), engine.webUrl().toString()).write(folder.root());
      say(engine, page.port());
      setup.ifPresent(given -> delivery.start(broker.connection(), given, metrics));
      terminal.out().println();
      terminal.out().flush();
      watch(engine, alerts, subscriptions, sample, delivery);
      terminal.out().println("Stopping ...");
      terminal.out().flush();
    }
    terminal.out().println("Stopped. The next start goes on from here.");
    terminal.out().flush();
    return stop.exitCode();
  }

  private void watch(
      Engine engine,
      AlertPrinter alerts,
      SubscriptionSeed subscriptions,
      SampleFeed sample,
      UpDelivery delivery)
      throws Exception {
    subscriptions.begin();
    boolean fed = false;
    while (!stop.isStopped()) {
      alerts.print();
      if (!fed && subscriptions.isSettled()) {
        sample.begin();
        fed = true;
      }
      sample.report(alerts);
      delivery.check();
      Optional<Throwable> failure = engine.failure();
      if (failure.isPresent()) {
        throw new IllegalStateException(
            "the job failed; see '" + folder.log() + "'", failure.get());
      }
    }
  }

  private void say(Engine engine, OptionalInt metrics) throws IOException {
    line("web pages", engine.webUrl().toString());
    metrics.ifPresent(port -> line("metrics", "http://127.0.0.1:" + port + "/metrics"));
    line("broker", broker.bootstrapServers());
    line("data", folder.root().toString());
    line(
        "state",
        engine
            .restored()
            .map(Path::getFileName)
            .map(name -> "goes on from checkpoint " + name)
            .orElse("begins anew"));
    line("alerts", "as in " + folder.subscriptions());
  }

  private void line(String what, String where) {
    terminal.out().printf("  %-10s %s%n", what, where);
  }
}
