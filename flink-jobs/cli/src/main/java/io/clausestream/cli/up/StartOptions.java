package io.clausestream.cli.up;

import io.clausestream.cli.StopSignal;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.RunProperties;
import io.clausestream.cli.config.SettingsOptions;
import io.clausestream.cli.deliver.DeliverySetup;
import io.clausestream.cli.subscription.SubscribeCommand;
import io.clausestream.pipeline.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code up} and {@code cluster up} are told alike, and how both run on a data folder. */
public final class StartOptions {

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

  @Option(names = "--no-sample", description = "Do not feed the sample history.")
  private boolean noSample;

  @Option(
      names = "--from-previous",
      description = {
        "Go on from the checkpoint before the newest, as a job asks for that says its output is"
            + " lost: what came after is told again under the same ids. The newest is set aside."
      })
  private boolean fromPrevious;

  @Mixin private SettingsOptions given;

  @Mixin private UpDeliveryOptions delivery;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** What runs on an open data folder, until it is told to stop; answers the exit code. */
  @FunctionalInterface
  public interface Run {

    /** Runs. */
    int on(DataFolder folder, Optional<DeliverySetup> delivery) throws Exception;
  }

  /** Port of the broker; 0: any free one. */
  public int kafkaPort() {
    return kafkaPort;
  }

  /** Port of Flink's web pages; 0: any free one. */
  public int webPort() {
    return webPort;
  }

  /**
   * Checks the ports.
   *
   * @throws ParameterException when one is none
   */
  public void check() {
    checkPort("--kafka-port", kafkaPort);
    checkPort("--web-port", webPort);
    checkPort("--feed-port", delivery.feedPort());
  }

  void checkPort(String option, int port) {
    checkRange(option, port, 0, MAX_PORT);
  }

  /**
   * Checks a number that was given.
   *
   * @throws ParameterException when it is less than the least or more than the most
   */
  public void checkRange(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(), option + " must be " + least + " to " + most + ", but is " + value);
    }
  }

  /**
   * The settings in force.
   *
   * @param named those that have an option of their own
   * @throws UserMistake when one is unknown or wrong
   */
  public Settings settings(Map<UpSettings.Argument, String> named) {
    return UpSettings.read(dataDir, Optional.empty(), given, named, System.getenv());
  }

  /**
   * Opens the data folder and runs on it; what is wrong there is told before anything runs.
   *
   * @param mayFeed whether the sample history may be fed
   * @throws UserMistake when another process runs on the folder, or a file of it is wrong
   */
  public int run(StopSignal stop, boolean mayFeed, Run run) throws Exception {
    try (DataFolder folder = DataFolder.open(dataDir)) {
      SubscribeCommand.read(folder.subscriptions());
      Optional<DeliverySetup> setup = delivery.setup(folder, System.getenv());
      // Loggers of libraries may be there already, and so would be their file.
      System.setProperty("clausestream.log", folder.log().toString());
      Configurator.reconfigure();
      stop.onSignals();
      if (fromPrevious) {
        CheckpointFinder.setNewestAside(folder.checkpoints());
      }
      if ((noSample || !mayFeed) && !folder.isSampleSettled()) {
        folder.settleSample("not wanted");
      }
      try {
        return run.on(folder, setup);
      } finally {
        RunProperties.remove(folder.root());
      }
    }
  }
}
