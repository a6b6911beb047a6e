package io.clausestream.cli.up;

import io.clausestream.cli.StopSignal;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.RunProperties;
import io.clausestream.cli.config.SettingsOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.deliver.DeliverySetup;
import io.clausestream.cli.subscription.SubscribeCommand;
import io.clausestream.connector.testkit.BrokerStartException;
import io.clausestream.connector.testkit.EmbeddedBroker;
import io.clausestream.pipeline.options.MetricsOptions;
import io.clausestream.pipeline.settings.Settings;
import io.clausestream.pipeline.topology.DetectionTopology;
import java.nio.file.Path;
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
import picocli.CommandLine.ParameterException;
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

  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Folder of all that the engine keeps (default: ${DEFAULT-VALUE}).")
  private Path dataDir;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      defaultValue = UpSettings.KAFKA_PORT,
      description = "Port of the broker on 127.0.0.1; 0: any free one (default: ${DEFAULT-VALUE}).")
  private int kafkaPort;

  @Option(
      names = "--web-port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description =
          "Port of Flink's web pages on 127.0.0.1; 0: any free one (default: ${DEFAULT-VALUE}).")
  private int webPort;

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

  @Mixin private SettingsOptions given;

  @Option(names = "--no-sample", description = "Do not feed the sample history.")
  private boolean noSample;

  @Mixin private UpDeliveryOptions delivery;

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
    Settings settings = UpSettings.read(dataDir, Optional.empty(), given, named(), System.getenv());
    Configuration configuration = settings.configuration();
    checkRange(
        CoreOptions.DEFAULT_PARALLELISM.key(),
        configuration.get(CoreOptions.DEFAULT_PARALLELISM),
        1,
        DetectionTopology.MAX_PARALLELISM);
    // Before anything runs, though another may still take the port until it is ours.
    OptionalInt metrics = MetricsPort.of(configuration);
    try (DataFolder folder = DataFolder.open(dataDir)) {
      // A wrong file is told before anything runs.
      SubscribeCommand.read(folder.subscriptions());
      Optional<DeliverySetup> setup = delivery.setup(folder, System.getenv());
      // Before anything logs.
      System.setProperty("clausestream.log", folder.log().toString());
      stop.onSignals();
      Terminal terminal = Terminal.of(spec);
      terminal.out().println("Starting the broker and the engine ...");
      terminal.out().flush();
      if (noSample && !folder.isSampleSettled()) {
        folder.settleSample("not wanted");
      }
      try (EmbeddedBroker broker = broker(folder)) {
        return new UpSession(terminal, folder, broker.connection(), stop)
            .run(
                () -> Engine.start(folder, broker.connection(), webPort, settings, metrics),
                metrics,
                setup);
      } finally {
        RunProperties.remove(folder.root());
      }
    }
  }

  private void checkOptions() {
    checkRange("--kafka-port", kafkaPort, 0, MAX_PORT);
    checkRange("--web-port", webPort, 0, MAX_PORT);
    checkRange("--feed-port", delivery.feedPort(), 0, MAX_PORT);
    if (metricsPort != null) {
      checkRange("--metrics-port", metricsPort, 0, MAX_PORT);
    }
    if (parallelism != null) {
      checkRange("--parallelism", parallelism, 1, DetectionTopology.MAX_PARALLELISM);
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

  private void checkRange(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(), option + " must be " + least + " to " + most + ", but is " + value);
    }
  }

  private EmbeddedBroker broker(DataFolder folder) {
    try {
      return EmbeddedBroker.start(
          folder.broker(), kafkaPort == 0 ? OptionalInt.empty() : OptionalInt.of(kafkaPort));
    } catch (BrokerStartException e) {
      String remedy = kafkaPort == 0 ? "" : " The port is that of --kafka-port.";
      throw new UserMistake(e.getMessage() + remedy, e);
    }
  }
}
