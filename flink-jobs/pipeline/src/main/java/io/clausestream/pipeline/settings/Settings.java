package io.clausestream.pipeline.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;

/** Values in force, each with where it comes from. Immutable. Made by {@link SettingsBuilder}. */
public final class Settings {

  private final SortedMap<String, Setting> inForce;

  Settings(SortedMap<String, Setting> inForce) {
    this.inForce = Collections.unmodifiableSortedMap(new TreeMap<>(inForce));
  }

  /** All that is set, as Flink reads it; secrets too. A new object at each call. */
  public Configuration configuration() {
    Configuration conf = new Configuration();
    inForce.values().forEach(setting -> conf.setString(setting.key(), setting.value()));
    return conf;
  }

  /** The value of a key, if anybody set one. */
  public Optional<Setting> find(String key) {
    return Optional.ofNullable(inForce.get(key));
  }

  /** All that is set, by key. */
  public Collection<Setting> set() {
    return inForce.values();
  }

  /** All that is in force: first the engine's own options, set or not, then others that are set. */
  public List<Setting> inForce() {
    KnownOptions known = KnownOptions.shipped();
    List<Setting> all = new ArrayList<>();
    for (KnownOption option : known.all()) {
      List<Setting> given =
          inForce.values().stream()
              .filter(setting -> known.ofKey(setting.key()).equals(Optional.of(option)))
              .toList();
      all.addAll(given.isEmpty() ? List.of(byDefault(option)) : given);
    }
    inForce.values().stream()
        .filter(setting -> known.ofKey(setting.key()).isEmpty())
        .forEach(all::add);
    return all;
  }

  private static Setting byDefault(KnownOption option) {
    String value = option.defaultText();
    return new Setting(option.key(), value.isEmpty() ? null : value, SettingOrigin.DEFAULT);
  }
}
