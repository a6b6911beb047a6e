package io.clausestream.core.subscription;

import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.severity.Assessment;
import io.clausestream.core.severity.Severity;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads subscriptions from a YAML file: a list named {@code subscriptions}. */
public final class SubscriptionFile {

  private static final Set<String> KEYS =
      Set.of("subscriber", "platforms", "categories", "minimumSeverity", "validFrom");

  private SubscriptionFile() {}

  /**
   * The subscriptions of a file.
   *
   * @throws IllegalArgumentException naming the entry and the fault, if the file is wrong
   */
  public static List<Subscription> parse(InputStream yaml) {
    Object root = load(yaml);
    if (!(root instanceof Map<?, ?> file) || !(file.get("subscriptions") instanceof List<?> list)) {
      throw new IllegalArgumentException(
          "The subscription file must hold a list named 'subscriptions'.");
    }
    List<Subscription> subscriptions = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Object entry : list) {
      Subscription subscription = subscription(entry, subscriptions.size() + 1);
      if (!ids.add(subscription.subscriberId())) {
        throw new IllegalArgumentException(
            "Subscriber '" + subscription.subscriberId() + "' stands twice; join the entries.");
      }
      subscriptions.add(subscription);
    }
    return List.copyOf(subscriptions);
  }

  private static Object load(InputStream yaml) {
    try {
      return new Load(LoadSettings.builder().setLabel("subscriptions").build())
          .loadFromInputStream(yaml);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("The subscription file is not YAML: " + e.getMessage(), e);
    }
  }

  private static Subscription subscription(Object entry, int number) {
    if (!(entry instanceof Map<?, ?> map)
        || !(map.get("subscriber") instanceof String id)
        || id.isBlank()) {
      throw new IllegalArgumentException(
          "Subscription " + number + " has no 'subscriber'; give the id of who is told.");
    }
    checkKeys(map, id);
    Set<String> platforms = strings(map.get("platforms"), id, "platforms");
    if (platforms.isEmpty()) {
      throw new IllegalArgumentException(
          "Subscription of '" + id + "' watches no 'platforms'; name some, or '*' for all.");
    }
    Interest interest =
        new Interest(
            platforms,
            Set.of(),
            categories(map, id),
            severity(map, id),
            Set.of(),
            false,
            Set.of(),
            Set.of());
    return new Subscription(
        id, Terms.of("own", interest), true, instant(map, id, "validFrom", Instant.EPOCH));
  }

  /** A key that is misspelt would widen what is told, without a word. */
  private static void checkKeys(Map<?, ?> map, String id) {
    for (Object key : map.keySet()) {
      if (!(key instanceof String name) || !KEYS.contains(name)) {
        throw new IllegalArgumentException(
            "Subscription of '"
                + id
                + "' has the unknown key '"
                + key
                + "'; use "
                + String.join(", ", new TreeSet<>(KEYS))
                + ".");
      }
    }
  }

  /** A category that no rule set has would never be told of. */
  private static Set<String> categories(Map<?, ?> map, String id) {
    Set<String> categories = strings(map.get("categories"), id, "categories");
    Set<String> known = new TreeSet<>(Set.of(Assessment.OTHER));
    ShippedRules.get().categories().forEach(category -> known.add(category.id()));
    for (String category : categories) {
      if (!known.contains(category)) {
        throw new IllegalArgumentException(
            "Subscription of '"
                + id
                + "' names the unknown category '"
                + category
                + "'; use "
                + String.join(", ", known)
                + ".");
      }
    }
    return categories;
  }

  private static Set<String> strings(Object value, String id, String key) {
    if (value == null) {
      return Set.of();
    }
    if (!(value instanceof List<?> list)) {
      throw new IllegalArgumentException(
          "'" + key + "' of subscription '" + id + "' must be a list, but is: " + value);
    }
    Set<String> strings = new LinkedHashSet<>();
    list.forEach(item -> strings.add(String.valueOf(item)));
    return strings;
  }

  private static Instant instant(Map<?, ?> map, String id, String key, Instant missing) {
    Object value = map.get(key);
    try {
      return value == null ? missing : Instant.parse(value.toString());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'"
              + key
              + "' of subscription '"
              + id
              + "' is '"
              + value
              + "'; write it like 2026-03-02T06:00:00Z.",
          e);
    }
  }

  private static Severity severity(Map<?, ?> map, String id) {
    Object value = map.get("minimumSeverity");
    try {
      return value == null
          ? Severity.LOW
          : Severity.valueOf(value.toString().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'minimumSeverity' of subscription '"
              + id
              + "' is '"
              + value
              + "'; use low, medium or high.",
          e);
    }
  }
}
