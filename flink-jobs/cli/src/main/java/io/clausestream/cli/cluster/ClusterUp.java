package io.clausestream.cli.cluster;

import io.clausestream.cli.StopSignal;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.deliver.DeliverySetup;
import io.clausestream.cli.up.DataFolder;
import io.clausestream.cli.up.StartOptions;
import io.clausestream.cli.up.UpSession;
import io.clausestream.cluster.ClusterSpec;
import io.clausestream.cluster.FlinkHome;
import io.clausestream.pipeline.settings.Settings;
import io.clausestream.pipeline.topology.DetectionTopology;
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
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description =
          "Use this Kafka, without encryption or log-in, instead of a broker of its own; the sample"
              + " history is not fed then.")
  private @Nullable String bootstrapServers;

  @Mixin private StartOptions start;

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
    Settings settings = start.settings(Map.of());
    return start.run(
        stop,
        bootstrapServers == null,
        (folder, delivery) -> {
          ClusterPlace.markUp(folder.root());
          try {
            return run(folder, settings, delivery);
          } finally {
            ClusterPlace.unmarkUp(folder.root());
          }
        });
  }

  private int run(DataFolder folder, Settings settings, Optional<DeliverySetup> setup)
      throws Exception {
    Terminal terminal = Terminal.of(spec);
    terminal.out().println("Starting the processes of the cluster ...");
    terminal.out().flush();
    ClusterSpec wanted =
        ClusterSpec.of(home(), ClusterPlace.of(folder.root()).root())
            .withTaskManagers(taskManagers, slots)
            .withWebPort(start.webPort())
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
    UsedBroker own = UsedBroker.own(wanted.folder(), folder.broker(), start.kafkaPort());
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
    start.check();
    start.checkRange("--taskmanagers", taskManagers, 1, DetectionTopology.MAX_PARALLELISM);
    start.checkRange("--slots", slots, 1, DetectionTopology.MAX_PARALLELISM / taskManagers);
  }
}
