package io.clausestream.pipeline.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.util.ParameterTool;

/** Reads a job's settings: {@code --config FOLDER}, then {@code --key value} over it. */
final class JobArguments {

  private static final String CONFIG = "config";

  private JobArguments() {}

  /**
   * The settings.
   *
   * @throws IllegalArgumentException in one line, if an argument is no pair or the folder has no
   *     config.yaml
   */
  static Configuration parse(String... args) {
    ParameterTool given = ParameterTool.fromArgs(args);
    Configuration conf = given.has(CONFIG) ? load(given.get(CONFIG)) : new Configuration();
    for (Map.Entry<String, String> pair : given.toMap().entrySet()) {
      if (!pair.getKey().equals(CONFIG)) {
        conf.setString(pair.getKey(), pair.getValue());
      }
    }
    return conf;
  }

  private static Configuration load(String folder) {
    if (!Files.isReadable(Path.of(folder, GlobalConfiguration.FLINK_CONF_FILENAME))) {
      throw new IllegalArgumentException(
          "There is no readable "
              + GlobalConfiguration.FLINK_CONF_FILENAME
              + " in '"
              + folder
              + "'; correct --"
              + CONFIG
              + ".");
    }
    return GlobalConfiguration.loadConfiguration(folder);
  }
}
