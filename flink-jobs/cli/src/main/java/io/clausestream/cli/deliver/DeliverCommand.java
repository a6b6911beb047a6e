package io.clausestream.cli.deliver;

import io.clausestream.cli.StopSignal;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.console.PlainText;
import io.clausestream.cli.console.Terminal;
import io.clausestream.connector.delivery.Secrets;
import io.clausestream.connector.delivery.engine.PrometheusDeliveryMetrics;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clausestream deliver}: takes alerts and digests to their subscribers. */
@Command(
    name = "deliver",
    description = {
      "Takes alerts and digests to the channels of their subscribers until it is stopped: webhooks"
          + " and Slack always, mail, feeds and JSON lines where they are set up.",
      "Secrets are files of --secrets or variables CLAUSESTREAM_SECRET_NAME, read at each message.",
      "Options may stand in a file: @FILE. Ctrl-C stops it in order."
    })
public final class DeliverCommand implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofMillis(250);

  @Mixin private BrokerOptions broker;

  @Option(
      names = "--secrets",
      paramLabel = "FOLDER",
      description =
          "Folder of secrets, a file each, named as it; NAME.owner names the subscribers who may"
              + " use it.")
  private @Nullable Path secrets;

  @Mixin private DeliveryOptions delivery;
  @Mixin private FileOptions files;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description =
          "Port at which Prometheus finds the metrics, on all addresses; 0: any free one (default:"
              + " none).")
  private @Nullable Integer metricsPort;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      defaultValue = "clausestream-delivery",
      description =
          "Consumer group of all processes that share the work (default: ${DEFAULT-VALUE}).")
  private String group;

  @Option(
      names = "--instance",
      paramLabel = "NAME",
      description =
          "Name of this process in the group, its own and the same after a restart (default: the"
              + " variable HOSTNAME, or 0).")
  private @Nullable String instance;

  @Spec private CommandSpec spec;

  private final StopSignal stop = new StopSignal();
  private final Map<String, String> environment = System.getenv();

  /** Called by picocli. */
  public DeliverCommand() {}

  /** What stops it beside the signals of the process. */
  StopSignal stopSignal() {
    return stop;
  }

  @Override
  public Integer call() throws Exception {
    DeliverySetup setup = setup();
    KafkaConnection connection = broker.connect(TopicCatalogue.ALERTS);
    stop.onSignals();
    Terminal terminal = Terminal.of(spec);
    PrometheusDeliveryMetrics metrics = new PrometheusDeliveryMetrics();
    try (MetricsServer server = MetricsServer.start(metrics, metricsPort);
        Deliverer deliverer = Deliverer.start(connection, setup, metrics)) {
      ServedText.lines(setup, deliverer.feedAddress()).forEach(line -> say(terminal, line));
      server
          .port()
          .ifPresent(port -> say(terminal, "  metrics    http://127.0.0.1:" + port + "/metrics"));
      tell(terminal, setup, connection);
      watch(deliverer);
      say(terminal, "Stopping ...");
    }
    say(terminal, "Stopped. The next start goes on from here.");
    return stop.exitCode();
  }

  /**
   * What the options say.
   *
   * @throws UserMistake when one of them is wrong
   */
  DeliverySetup setup() {
    if (secrets != null && !Files.isDirectory(secrets)) {
      throw new UserMistake("--secrets '" + secrets + "' is no folder: name the one of secrets.");
    }
    String name = instance != null ? instance : environment.getOrDefault("HOSTNAME", "0");
    return new DeliverySetup(
        files.addTo(delivery.channels()),
        new Secrets(Optional.ofNullable(secrets), environment),
        files.place(),
        delivery.engine(group, name));
  }

  private static void tell(Terminal terminal, DeliverySetup setup, KafkaConnection connection) {
    ServedText.faultOfFeeds(setup).ifPresent(line -> say(terminal, line));
    say(
        terminal,
        "Delivers alerts and digests of %s, group '%s', instance '%s'. Ctrl-C stops."
            .formatted(
                connection.bootstrapServers(),
                setup.engine().groupId(),
                setup.engine().instance()));
  }

  private void watch(Deliverer deliverer) throws InterruptedException {
    while (!stop.await(LOOK)) {
      Optional<RuntimeException> failure = deliverer.failure();
      if (failure.isPresent()) {
        throw told(failure.get());
      }
    }
  }

  /** What the broker or another process did can be put right; all else is a fault. */
  private static RuntimeException told(RuntimeException failure) {
    return failure instanceof IllegalStateException || failure instanceof KafkaException
        ? new UserMistake("Delivery ended: " + failure.getMessage(), failure)
        : failure;
  }

  private static void say(Terminal terminal, String line) {
    terminal.out().println(PlainText.safe(line));
    terminal.out().flush();
  }
}
