package io.clausestream.cli.up;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.RunProperties;
import io.clausestream.cli.config.SettingsOptions;
import io.clausestream.pipeline.job.DetectChangesJob;
import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.pipeline.settings.Setting;
import io.clausestream.pipeline.settings.SettingOrigin;
import io.clausestream.pipeline.settings.Settings;
import io.clausestream.pipeline.settings.SettingsBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateRecoveryOptions;

/** The settings that {@code up} runs with. */
public final class UpSettings {

  /** Port of the broker unless told otherwise. */
  public static final String KAFKA_PORT = "9092";

  private static final String WHO = "up";

  /** Alerts show when a checkpoint is complete, so this is how long one waits for them. */
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);

  /** What {@code up} settles itself, by key or its beginning, and why. */
  private static final Map<String, String> OWN =
      Map.of(
          KafkaOptions.BOOTSTRAP_SERVERS.key(), "which runs its own broker, at --kafka-port",
          KafkaOptions.PROPERTIES.key(), "which runs its own broker, at --kafka-port",
          CheckpointingOptions.CHECKPOINTS_DIRECTORY.key(), "which keeps them in --data-dir",
          StateRecoveryOptions.SAVEPOINT_PATH.key(), "which goes on from its newest checkpoint",
          RestOptions.PORT.key(), "which takes it from --web-port",
          RestOptions.BIND_PORT.key(), "which takes it from --web-port");

  private UpSettings() {}

  /**
   * Reads them.
   *
   * @param dataDir the data folder, which need not be there
   * @param running where the engine that runs on it can be reached, if one does
   * @param given options for settings of all kinds
   * @param named values of settings that have an option of their own
   * @param environment the environment variables
   * @throws UserMistake when one is unknown, wrong, or not for {@code up}
   */
  public static Settings read(
      Path dataDir,
      Optional<RunProperties> running,
      SettingsOptions given,
      Map<Argument, String> named,
      Map<String, String> environment) {
    Path root = dataDir.toAbsolutePath().normalize();
    try {
      SettingsBuilder builder =
          new SettingsBuilder()
              .defaults("the job", DetectChangesJob.defaults())
              .defaults(WHO, defaults(root, running));
      given.addTo(builder, environment);
      new LinkedHashMap<>(named)
          .forEach((argument, value) -> builder.argument(argument.option(), argument.key(), value));
      Settings settings = builder.build();
      settings.set().forEach(UpSettings::checkOwn);
      return settings;
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * An option of the command line that sets one key.
   *
   * @param option name of the option
   * @param key the key
   */
  public record Argument(String option, String key) {}

  private static Configuration defaults(Path root, Optional<RunProperties> running) {
    Configuration conf = new Configuration();
    conf.set(CoreOptions.DEFAULT_PARALLELISM, 1);
    conf.set(
        KafkaOptions.BOOTSTRAP_SERVERS,
        running.map(RunProperties::bootstrapServers).orElse("127.0.0.1:" + KAFKA_PORT));
    conf.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
    // One more, should a disk damage the newest.
    conf.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
    conf.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, location(DataFolder.checkpoints(root)));
    return conf;
  }

  /** A folder as Flink names it, which does not decode what a URI must encode. */
  public static String location(Path path) {
    return org.apache.flink.core.fs.Path.fromLocalFile(path.toFile()).toString();
  }

  private static void checkOwn(Setting setting) {
    if (setting.origin().kind() == SettingOrigin.Kind.RUNNER) {
      return;
    }
    OWN.forEach(
        (key, why) -> {
          if (setting.key().equals(key) || setting.key().startsWith(key + ".")) {
            throw new IllegalArgumentException(
                "'"
                    + setting.key()
                    + "' ("
                    + setting.origin().text()
                    + ") cannot be set for up, "
                    + why
                    + "; leave it out.");
          }
        });
  }
}
