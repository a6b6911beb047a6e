package io.clausestream.cli.config;

import io.clausestream.cli.ExitCode;
import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.RunProperties;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.up.UpSettings;
import io.clausestream.pipeline.job.DetectChangesJob;
import io.clausestream.pipeline.settings.LauncherVariable;
import io.clausestream.pipeline.settings.Setting;
import io.clausestream.pipeline.settings.SettingOrigin;
import io.clausestream.pipeline.settings.Settings;
import io.clausestream.pipeline.settings.SettingsBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clausestream config}: the settings in force. */
@Command(
    name = "config",
    description = {
      "Prints the settings in force and where each comes from: a default, a file, an environment"
          + " variable or an argument. The later of these wins over the earlier.",
      "It has the form of a config.yaml; secrets are masked. Of Flink's own settings only"
          + " those are printed that somebody sets; flink-jobs/docs/configuration.md explains all."
    })
public final class ConfigCommand implements Callable<Integer> {

  /** Whose settings. */
  private enum Runner {
    UP,
    JOB
  }

  /** How they are printed. */
  private enum Format {
    TEXT,
    JSONL
  }

  @Mixin private SettingsOptions given;

  @Option(
      names = "--for",
      paramLabel = "up|job",
      defaultValue = "up",
      description =
          "up: as 'clausestream up' runs with these options; job: as the job runs on a cluster,"
              + " whose own config.yaml comes below --config (default: ${DEFAULT-VALUE}).")
  private Runner runner;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Data folder of up (default: ${DEFAULT-VALUE}).")
  private Path dataDir;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, or jsonl: one JSON object in a line (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Spec private CommandSpec spec;

  /** Called by picocli. */
  public ConfigCommand() {}

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    Map<String, String> environment = System.getenv();
    List<Setting> all = new ArrayList<>(settings(environment).inForce());
    for (LauncherVariable variable : LauncherVariable.values()) {
      all.add(setting(variable, environment));
    }
    switch (format) {
      case TEXT -> new SettingsText(terminal.palette()).print(all, terminal.out());
      case JSONL -> all.forEach(setting -> terminal.out().println(SettingJson.of(setting)));
    }
    terminal.out().flush();
    return ExitCode.OK;
  }

  private Settings settings(Map<String, String> environment) {
    if (runner == Runner.UP) {
      return UpSettings.read(dataDir, RunProperties.find(dataDir), given, Map.of(), environment);
    }
    SettingsBuilder builder = new SettingsBuilder();
    try {
      builder.defaults("the job", DetectChangesJob.defaults());
      given.addTo(builder, environment);
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
  }

  private static Setting setting(LauncherVariable variable, Map<String, String> environment) {
    String name = variable.variable();
    String value = environment.get(name);
    return new Setting(
        name,
        value,
        value == null
            ? SettingOrigin.DEFAULT
            : new SettingOrigin(SettingOrigin.Kind.ENVIRONMENT, name));
  }
}
