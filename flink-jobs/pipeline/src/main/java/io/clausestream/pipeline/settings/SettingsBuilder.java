package io.clausestream.pipeline.settings;

import io.clausestream.pipeline.settings.SettingOrigin.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;

/**
 * Gathers settings. An argument wins over an environment variable, that over a file, and that over
 * what the job or command wants by default, in whatever order they are added. An option of entries
 * is put together entry by entry.
 *
 * <p>Everything here throws {@link IllegalArgumentException} in one line that names the setting,
 * the place and the remedy; a secret is not in it.
 */
public final class SettingsBuilder {

  private static final KnownOptions KNOWN = KnownOptions.shipped();

  /** So many letters off is a slip, also where other keys than ours are allowed. */
  private static final int SLIP = 3;

  private final Map<Kind, SortedMap<String, Setting>> layers = new EnumMap<>(Kind.class);

  /** Nothing is set yet. */
  public SettingsBuilder() {}

  /**
   * Adds defaults that differ from the options' own; later ones win over earlier ones.
   *
   * @param who whose they are, for example "the job"
   */
  public SettingsBuilder defaults(String who, Configuration defaults) {
    return addAll(defaults.toMap(), new SettingOrigin(Kind.RUNNER, who));
  }

  /** Adds the config.yaml of a folder. */
  public SettingsBuilder folder(Path folder) {
    Path file = folder.resolve(GlobalConfiguration.FLINK_CONF_FILENAME);
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "There is no readable "
              + GlobalConfiguration.FLINK_CONF_FILENAME
              + " in '"
              + folder
              + "'; correct --config.");
    }
    return addAll(load(folder, file).toMap(), new SettingOrigin(Kind.FILE, file.toString()));
  }

  private static Configuration load(Path folder, Path file) {
    try {
      return GlobalConfiguration.loadConfiguration(folder.toString());
    } catch (RuntimeException e) {
      Throwable root = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException(
          "'"
              + file
              + "' is no YAML ("
              + String.valueOf(root.getMessage()).replaceAll("\\s*\\R\\s*", " ")
              + "); correct it.",
          e);
    }
  }

  /** Adds those environment variables that are the engine's. */
  public SettingsBuilder environment(Map<String, String> environment) {
    new TreeMap<>(environment)
        .forEach(
            (variable, value) ->
                EnvironmentNames.key(variable, value)
                    .ifPresent(
                        key -> add(key, value, new SettingOrigin(Kind.ENVIRONMENT, variable))));
    return this;
  }

  /**
   * Adds an argument.
   *
   * @param shown how it stands on the command line, for example "--parallelism"
   */
  public SettingsBuilder argument(String shown, String key, String value) {
    return add(key, value, new SettingOrigin(Kind.ARGUMENT, shown));
  }

  /** The settings; every value of an option of the engine has been read once. */
  public Settings build() {
    SortedMap<String, Setting> inForce = new TreeMap<>();
    layers.values().forEach(inForce::putAll);
    Settings settings = new Settings(inForce);
    Configuration conf = settings.configuration();
    inForce.values().forEach(setting -> checkValue(setting, conf));
    return settings;
  }

  private SettingsBuilder addAll(Map<String, String> values, SettingOrigin origin) {
    values.forEach((key, value) -> add(key, value, origin));
    return this;
  }

  private SettingsBuilder add(String key, String value, SettingOrigin origin) {
    checkKey(key, origin);
    KNOWN
        .ofKey(key)
        .filter(option -> option.isMap() && option.key().equals(key))
        .ifPresentOrElse(
            option ->
                entries(option, value, origin)
                    .forEach((name, entry) -> put(key + "." + name, entry, origin)),
            () -> put(key, value, origin));
    return this;
  }

  private void put(String key, String value, SettingOrigin origin) {
    layers
        .computeIfAbsent(origin.kind(), kind -> new TreeMap<>())
        .put(key, new Setting(key, value, origin));
  }

  /**
   * Checks that a key is one of the engine's, or clearly another's.
   *
   * @throws IllegalArgumentException naming the nearest key
   */
  public static void checkKey(String key, SettingOrigin origin) {
    if (KNOWN.ofKey(key).isPresent()) {
      return;
    }
    String nearest = KNOWN.nearestKey(key);
    boolean ours = key.startsWith(KnownOptions.PREFIX);
    if (ours || NearestName.distance(key, nearest) <= SLIP) {
      throw new IllegalArgumentException(
          "'" + key + "' (" + origin.text() + ") is no setting; did you mean '" + nearest + "'?");
    }
  }

  private static Map<String, String> entries(
      KnownOption option, String value, SettingOrigin origin) {
    Configuration alone = new Configuration();
    alone.setString(option.key(), value);
    try {
      Map<?, ?> entries = (Map<?, ?>) alone.get(option.option());
      Map<String, String> texts = new TreeMap<>();
      entries.forEach((name, entry) -> texts.put(name.toString(), String.valueOf(entry)));
      return texts;
    } catch (IllegalArgumentException e) {
      throw wrong(new Setting(option.key(), Setting.MASK, origin), option, e);
    }
  }

  private static void checkValue(Setting setting, Configuration conf) {
    KNOWN
        .ofKey(setting.key())
        .filter(option -> !option.isMap())
        .ifPresent(
            option -> {
              try {
                conf.get(option.option());
              } catch (IllegalArgumentException e) {
                throw wrong(setting, option, e);
              }
            });
  }

  private static IllegalArgumentException wrong(
      Setting setting, KnownOption option, IllegalArgumentException cause) {
    return new IllegalArgumentException(
        setting.key()
            + " is '"
            + setting.shown()
            + "' ("
            + setting.origin().text()
            + "), which is not "
            + option.example()
            + "; correct it.",
        setting.isSecret() ? null : cause);
  }
}
