package io.clausestream.cli.up;

import io.clausestream.cli.StopSignal;
import io.clausestream.cli.broker.RunProperties;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.deliver.DeliverySetup;
import io.clausestream.connector.delivery.engine.PrometheusDeliveryMetrics;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicAdmin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/** One run of the engine: from a broker that answers until it is told to stop. */
public final class UpSession {

  private final Terminal terminal;
  private final DataFolder folder;
  private final KafkaConnection broker;
  private final StopSignal stop;

  /**
   * A session.
   *
   * @param terminal where it tells what happens
   * @param folder its data
   * @param broker that answers
   * @param stop ends it
   */
  public UpSession(Terminal terminal, DataFolder folder, KafkaConnection broker, StopSignal stop) {
    this.terminal = terminal;
    this.folder = folder;
    this.broker = broker;
    this.stop = stop;
  }

  /**
   * Runs until it is told to stop; answers the exit code.
   *
   * @param start of the engine
   * @param metrics port that shows the metrics of engine and delivery; empty when none does
   * @param setup of delivery, when it runs here
   */
  public int run(EngineStart start, OptionalInt metrics, Optional<DeliverySetup> setup)
      throws Exception {
    try (TopicAdmin admin = TopicAdmin.open(broker)) {
      admin.create();
    }
    PrometheusDeliveryMetrics shown = new PrometheusDeliveryMetrics();
    try (RunningEngine engine = start.start();
        MetricsEndpoint page = MetricsEndpoint.start(metrics, engine.reporterPort(), shown);
        AlertPrinter alerts = new AlertPrinter(broker, terminal);
        SubscriptionSeed subscriptions =
            new SubscriptionSeed(folder, broker, terminal, InstantSource.system());
        SampleFeed sample = new SampleFeed(folder, broker, terminal, InstantSource.system());
        UpDelivery delivery = new UpDelivery(folder, terminal)) {
      new RunProperties(broker.bootstrapServers(), engine.webUrl().toString()).write(folder.root());
      say(engine, page.port());
      setup.ifPresent(given -> delivery.start(broker, given, shown));
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
      RunningEngine engine,
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
            "the job failed (" + reason(failure.get()) + "); see '" + folder.log() + "'",
            failure.get());
      }
    }
  }

  /** The innermost cause is what the job itself says. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private void say(RunningEngine engine, OptionalInt metrics) throws IOException {
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
    engine.places().forEach(this::line);
  }

  private void line(String what, String where) {
    terminal.out().printf("  %-10s %s%n", what, where);
  }
}
