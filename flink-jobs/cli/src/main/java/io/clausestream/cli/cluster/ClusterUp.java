package io.clausestream.cli.cluster;

import io.clausestream.cli.StopSignal;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.RunProperties;
import io.clausestream.cli.config.SettingsOptions;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.deliver.DeliverySetup;
import io.clausestream.cli.subscription.SubscribeCommand;
import io.clausestream.cli.up.DataFolder;
import io.clausestream.cli.up.UpDeliveryOptions;
import io.clausestream.cli.up.UpSession;
import io.clausestream.cli.up.UpSettings;
import io.clausestream.cluster.ClusterSpec;
import io.clausestream.cluster.FlinkHome;
import io.clausestream.pipeline.settings.Settings;
import io.clausestream.pipeline.topology.DetectionTopology;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clausestream cluster up}: as {@code up}, with each part a process of its own. */
@Command(
    name = "up",
    description = {
      "Runs the engine as 'clausestream up' does, but on a standalone Flink cluster: a JobManager,"
          + " TaskManagers and a Kafka broker, each a process of its own on this machine.",
      "A process that ends, also by kill -9, is started again.",
      "All it keeps is in the data folder, as with 'up', which can go on from it, and the other way"
          + " round. Ctrl-C stops all in order."
    })
public final class ClusterUp implements Callable<Integer> {

  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--taskmanagers",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many TaskManagers (default: ${DEFAULT-VALUE}).")
  private int taskManagers;

  @Option(
      names = "--slots",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Slots of each TaskManager; each operator has as many subtasks as there are slots"
              + " (default: ${DEFAULT-VALUE}).")
  private int slots;

  @Option(
      names = "--ha",
      description =
          "Start a ZooKeeper, too, so that a new JobManager goes on with the job; without, the job"
              + " is sent again from its newest checkpoint.")
  private boolean highAvailability;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Folder of all that the engine keeps (default: ${DEFAULT-VALUE}).")
  private Path dataDir;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description =
          "Use this Kafka, without encryption or log-in, instead of a broker of its own; the sample"
              + " history is not fed then.")
  private @Nullable String bootstrapServers;

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

  @Option(names = "--no-sample", description = "Do not feed the sample history.")
  private boolean noSample;

  @Mixin private SettingsOptions given;

  @Mixin private UpDeliveryOptions delivery;

  @Spec private CommandSpec spec;

  private final StopSignal stop;

  /** Called by picocli. */
  public ClusterUp() {
    this(new StopSignal());
  }

  ClusterUp(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws Exception {
    checkOptions();
    Settings settings =
        UpSettings.read(dataDir, Optional.empty(), given, Map.of(), System.getenv());
    try (DataFolder folder = DataFolder.open(dataDir)) {
      // A wrong file is told before anything runs.
      SubscribeCommand.read(folder.subscriptions());
      Optional<DeliverySetup> setup = delivery.setup(folder, System.getenv());
      System.setProperty("clausestream.log", folder.log().toString());
      stop.onSignals();
      if ((noSample || bootstrapServers != null) && !folder.isSampleSettled()) {
        folder.settleSample("not wanted");
      }
      ClusterPlace.markUp(folder.root());
      try {
        return run(folder, settings, setup);
      } finally {
        ClusterPlace.unmarkUp(folder.root());
        RunProperties.remove(folder.root());
      }
    }
  }

  private int run(DataFolder folder, Settings settings, Optional<DeliverySetup> setup)
      throws Exception {
    Terminal terminal = Terminal.of(spec);
    terminal.out().println("Starting the processes of the cluster ...");
    terminal.out().flush();
    ClusterSpec wanted =
        ClusterSpec.of(home(), ClusterPlace.of(folder.root()).root())
            .withTaskManagers(taskManagers, slots)
            .withWebPort(webPort)
            .withHighAvailability(highAvailability);
    Supervisor supervisor = new Supervisor(terminal, InstantSource.system());
    try (UsedBroker broker = broker(wanted, folder, supervisor)) {
      return new UpSession(terminal, folder, broker.connection(), stop)
          .run(
              () -> ClusterEngine.start(folder, broker.connection(), wanted, settings, supervisor),
              OptionalInt.empty(),
              setup);
    }
  }

  private UsedBroker broker(ClusterSpec wanted, DataFolder folder, Supervisor supervisor)
      throws Exception {
    if (bootstrapServers != null) {
      return UsedBroker.existing(bootstrapServers);
    }
    UsedBroker own = UsedBroker.own(wanted.folder(), folder.broker(), kafkaPort);
    own.process().ifPresent(supervisor::watch);
    return own;
  }

  private static FlinkHome home() {
    try {
      return FlinkHome.find();
    } catch (IllegalStateException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
  }

  private void checkOptions() {
    checkRange("--kafka-port", kafkaPort, 0, MAX_PORT);
    checkRange("--web-port", webPort, 0, MAX_PORT);
    checkRange("--feed-port", delivery.feedPort(), 0, MAX_PORT);
    checkRange("--taskmanagers", taskManagers, 1, DetectionTopology.MAX_PARALLELISM);
    checkRange("--slots", slots, 1, DetectionTopology.MAX_PARALLELISM / taskManagers);
  }

  private void checkRange(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(), option + " must be " + least + " to " + most + ", but is " + value);
    }
  }
}
