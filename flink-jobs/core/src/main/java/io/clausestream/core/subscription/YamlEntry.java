package io.clausestream.core.subscription;

import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** One entry of a list in a YAML file, read key by key. Faults name the entry and the value. */
final class YamlEntry {

  private final String kind;
  private final String id;
  private final Map<?, ?> values;

  private YamlEntry(String kind, String id, Map<?, ?> values) {
    this.kind = kind;
    this.id = id;
    this.values = values;
  }

  /**
   * The entries of a file.
   *
   * @param list name of the list, the one thing in the file
   * @param idKey key of an entry's id, by which each stands once
   * @param keys all keys of an entry: one that is misspelt would change much without a word
   * @throws IllegalArgumentException naming the fault, if the file is wrong
   */
  static List<YamlEntry> list(InputStream yaml, String list, String idKey, Set<String> keys) {
    if (!(load(yaml, list) instanceof Map<?, ?> file)
        || !(file.get(list) instanceof List<?> items)) {
      throw new IllegalArgumentException("The file must hold a list named '" + list + "'.");
    }
    List<YamlEntry> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Object item : items) {
      YamlEntry entry = entry(item, idKey, entries.size() + 1, keys);
      if (!ids.add(entry.id)) {
        throw entry.fault("stands twice; join the entries");
      }
      entries.add(entry);
    }
    return List.copyOf(entries);
  }

  private static @Nullable Object load(InputStream yaml, String list) {
    try {
      return new Load(LoadSettings.builder().setLabel(list).build()).loadFromInputStream(yaml);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(
          "The file of " + list + " is not YAML: " + e.getMessage(), e);
    }
  }

  private static YamlEntry entry(
      @Nullable Object item, String idKey, int number, Set<String> keys) {
    if (!(item instanceof Map<?, ?> map)
        || !(map.get(idKey) instanceof String id)
        || id.isBlank()) {
      throw new IllegalArgumentException(
          "Entry " + number + " has no '" + idKey + "'; give the id of the " + idKey + ".");
    }
    YamlEntry entry = new YamlEntry(idKey, id, map);
    entry.checkKeys(keys);
    return entry;
  }

  private void checkKeys(Set<String> keys) {
    for (Object key : values.keySet()) {
      if (!(key instanceof String name) || !keys.contains(name)) {
        throw fault(
            "has the unknown key '%s'; use %s", key, String.join(", ", new TreeSet<>(keys)));
      }
    }
  }

  String id() {
    return id;
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  /** A text; empty when the key is not there. */
  Optional<String> string(String key) {
    Object value = values.get(key);
    if (value instanceof Map || value instanceof List) {
      throw fault("has a '%s' that is no text, but: %s", key, value);
    }
    return Optional.ofNullable(value).map(Object::toString);
  }

  /** Texts, each once in the order of the file; none when the key is not there. */
  List<String> strings(String key) {
    Set<String> strings = new LinkedHashSet<>();
    items(key).forEach(item -> strings.add(String.valueOf(item)));
    return List.copyOf(strings);
  }

  /** Entries that stand in this one, whose id is this one's. */
  List<YamlEntry> entries(String key, Set<String> keys) {
    List<YamlEntry> entries = new ArrayList<>();
    for (Object item : items(key)) {
      if (!(item instanceof Map<?, ?> map)) {
        throw fault("has '%s' that must be entries, but one is: %s", key, item);
      }
      YamlEntry entry = new YamlEntry(kind, id, map);
      entry.checkKeys(keys);
      entries.add(entry);
    }
    return entries;
  }

  private List<?> items(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw fault("has a '%s' that must be a list, but is: %s", key, value);
    }
    return list;
  }

  boolean flag(String key, boolean missing) {
    Object value = values.get(key);
    if (value == null) {
      return missing;
    }
    if (!(value instanceof Boolean flag)) {
      throw fault("has '%s' = '%s'; write true or false", key, value);
    }
    return flag;
  }

  OptionalInt number(String key) {
    Object value = values.get(key);
    if (value == null) {
      return OptionalInt.empty();
    }
    if (!(value instanceof Integer number)) {
      throw fault("has '%s' = '%s'; write a whole number", key, value);
    }
    return OptionalInt.of(number);
  }

  Optional<Instant> instant(String key) {
    Object value = values.get(key);
    try {
      return Optional.ofNullable(value).map(text -> Instant.parse(text.toString()));
    } catch (DateTimeParseException e) {
      throw fault("has '%s' = '%s'; write it like 2026-03-02T06:00:00Z", key, value);
    }
  }

  /** The constant of an enum that a word of the file names, in lower case and with dashes. */
  <E extends Enum<E>> E named(Class<E> type, String key, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    "has '%s' = '%s'; use %s",
                    key,
                    word,
                    Arrays.stream(type.getEnumConstants())
                        .map(YamlEntry::word)
                        .collect(Collectors.joining(", "))));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is wrong with this entry: {@code The subscriber 'a' has ...}. */
  IllegalArgumentException fault(String what, Object... values) {
    return new IllegalArgumentException(
        "The " + kind + " '" + id + "' " + String.format(Locale.ROOT, what, values) + ".");
  }
}
