package io.clausestream.cli.config;

import io.clausestream.pipeline.settings.SettingsBuilder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that take settings of the engine and of Flink. */
public final class SettingsOptions {

  @Option(
      names = "--config",
      paramLabel = "FOLDER",
      description = "Read settings from the config.yaml of a folder.")
  private @Nullable Path folder;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description =
          "A setting of the engine or of Flink; wins over environment variables, those over"
              + " --config. 'clausestream config' shows them.")
  private Map<String, String> settings = new LinkedHashMap<>();

  /** Called by picocli. */
  public SettingsOptions() {}

  /**
   * Adds file, environment and arguments.
   *
   * @throws IllegalArgumentException in one line, if one of them is wrong
   */
  public void addTo(SettingsBuilder builder, Map<String, String> environment) {
    if (folder != null) {
      builder.folder(folder.toAbsolutePath().normalize());
    }
    builder.environment(environment);
    settings.forEach((key, value) -> builder.argument("-D " + key, key, value));
  }
}
