package io.clausestream.cli.up;

import io.clausestream.cli.StopSignal;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.deliver.DeliverySetup;
import io.clausestream.connector.testkit.BrokerStartException;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.pipeline.options.MetricsOptions;
import io.clausestream.pipeline.settings.Settings;
import io.clausestream.pipeline.topology.DetectionTopology;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clausestream up}: the engine in one process. */
@Command(
    name = "up",
    description = {
      "Runs the engine in this process: a Kafka broker, a Flink cluster with its web pages, the job.",
      "All it keeps is in the data folder; started again, it goes on where it was, also after a"
          + " crash. The first start feeds a sample history. Alerts are printed as they come.",
      "Messages go to the channels of subscribers; secrets are files of its folder 'secrets'.",
      "Ctrl-C stops it in order."
    })
public final class UpCommand implements Callable<Integer> {

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description =
          "Port at which Prometheus finds the metrics, on all addresses; 0: any free one (default:"
              + " none).")
  private @Nullable Integer metricsPort;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Subtasks of each operator (default: 1).")
  private @Nullable Integer parallelism;

  @Mixin private StartOptions start;

  @Spec private CommandSpec spec;

  private final StopSignal stop;

  /** Called by picocli. */
  public UpCommand() {
    this(new StopSignal());
  }

  UpCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws Exception {
    checkOptions();
    Settings settings = start.settings(named());
    Configuration configuration = settings.configuration();
    start.checkRange(
        CoreOptions.DEFAULT_PARALLELISM.key(),
        configuration.get(CoreOptions.DEFAULT_PARALLELISM),
        1,
        DetectionTopology.MAX_PARALLELISM);
    // Before anything runs, though another may still take the port until it is ours.
    OptionalInt metrics = MetricsPort.of(configuration);
    return start.run(stop, true, (folder, delivery) -> run(folder, settings, metrics, delivery));
  }

  private int run(
      DataFolder folder, Settings settings, OptionalInt metrics, Optional<DeliverySetup> delivery)
      throws Exception {
    Terminal terminal = Terminal.of(spec);
    terminal.out().println("Starting the broker and the engine ...");
    terminal.out().flush();
    try (EmbeddedBroker broker = broker(folder)) {
      return new UpSession(terminal, folder, broker.connection(), stop)
          .run(
              () -> Engine.start(folder, broker.connection(), start.webPort(), settings, metrics),
              metrics,
              delivery);
    }
  }

  private void checkOptions() {
    start.check();
    if (metricsPort != null) {
      start.checkPort("--metrics-port", metricsPort);
    }
    if (parallelism != null) {
      start.checkRange("--parallelism", parallelism, 1, DetectionTopology.MAX_PARALLELISM);
    }
  }

  /** The settings that have an option of their own. */
  private Map<UpSettings.Argument, String> named() {
    Map<UpSettings.Argument, String> named = new LinkedHashMap<>();
    if (metricsPort != null) {
      named.put(
          new UpSettings.Argument("--metrics-port", MetricsOptions.PROMETHEUS_PORT.key()),
          metricsPort.toString());
    }
    if (parallelism != null) {
      named.put(
          new UpSettings.Argument("--parallelism", CoreOptions.DEFAULT_PARALLELISM.key()),
          parallelism.toString());
    }
    return named;
  }

  private EmbeddedBroker broker(DataFolder folder) {
    int kafkaPort = start.kafkaPort();
    try {
      return EmbeddedBroker.start(
          folder.broker(), kafkaPort == 0 ? OptionalInt.empty() : OptionalInt.of(kafkaPort));
    } catch (BrokerStartException e) {
      String remedy = kafkaPort == 0 ? "" : " The port is that of --kafka-port.";
      throw new UserMistake(e.getMessage() + remedy, e);
    }
  }
}
