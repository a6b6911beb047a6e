package io.clausestream.pipeline.job;

import io.clausestream.pipeline.settings.KnownOption;
import io.clausestream.pipeline.settings.KnownOptions;
import io.clausestream.pipeline.settings.Settings;
import io.clausestream.pipeline.settings.SettingsBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.util.ParameterTool;

/**
 * Reads a job's settings: {@code --config FOLDER}, environment variables over it, and {@code --key
 * value} over both.
 */
final class JobArguments {

  private static final String CONFIG = "config";

  /** What Flink's parser says for a key that no value follows. */
  private static final String NO_VALUE = "__NO_VALUE_KEY";

  private JobArguments() {}

  /**
   * The settings.
   *
   * @throws IllegalArgumentException in one line, if an argument is no pair, the folder has no
   *     config.yaml, or a setting is unknown or wrong
   */
  static Settings read(String[] args, Map<String, String> environment) {
    SettingsBuilder settings = new SettingsBuilder().environment(environment);
    ParameterTool.fromArgs(args).toMap().forEach((key, value) -> add(key, value, settings));
    return settings.build();
  }

  private static void add(String key, String value, SettingsBuilder settings) {
    if (value.equals(NO_VALUE)) {
      throw new IllegalArgumentException("--" + key + " has no value; write --" + key + " VALUE.");
    }
    if (key.equals(CONFIG)) {
      settings.folder(Path.of(value));
    } else if (key.contains(".")) {
      settings.argument("--" + key, key, value);
    } else {
      throw new IllegalArgumentException(
          "--" + key + " is no argument; give --config FOLDER or --KEY VALUE" + meant(key) + ".");
    }
  }

  /** The full key, for who wrote its last word alone. */
  private static String meant(String lastWord) {
    return KnownOptions.shipped().all().stream()
        .map(KnownOption::key)
        .filter(key -> key.endsWith("." + lastWord))
        .findFirst()
        .map(key -> ", here --" + key + " VALUE")
        .orElse("");
  }
}
