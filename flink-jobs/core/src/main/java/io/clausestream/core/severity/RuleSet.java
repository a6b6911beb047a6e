package io.clausestream.core.severity;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Rules that a lawyer can read: categories with the words that show them, and wordings that serve
 * or harm the user. Patterns are RE2, so matching takes linear time whatever the page holds.
 *
 * @param version version of the set
 * @param categories the categories, in order
 * @param wordings the wordings, in order
 */
public record RuleSet(String version, List<Category> categories, List<Wording> wordings) {

  private static final String SHIPPED = "rules-v1.yaml";

  /**
   * A subject of clauses.
   *
   * @param id its id
   * @param high whether an adverse change of it is of high severity
   * @param words the words that show it
   */
  public record Category(String id, boolean high, Pattern words) {}

  /**
   * A wording that serves or harms the user when it appears, and the reverse when it goes.
   *
   * @param id its id
   * @param direction ADVERSE or PROTECTIVE, when it appears
   * @param says what it means, as the end of a sentence
   * @param words the words that show it
   */
  public record Wording(String id, Direction direction, String says, Pattern words) {}

  /** Copies the lists. */
  public RuleSet {
    categories = List.copyOf(categories);
    wordings = List.copyOf(wordings);
  }

  /** The rules that are shipped with this version. */
  public static RuleSet shipped() {
    try (InputStream in = RuleSet.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is missing from the jar");
      }
      return parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a rule file.
   *
   * @throws IllegalArgumentException naming the rule and the fault, if the file is wrong
   */
  public static RuleSet parse(InputStream yaml) {
    try {
      Object root =
          new Load(LoadSettings.builder().setLabel("rules").build()).loadFromInputStream(yaml);
      Map<?, ?> file = map("the file", root);
      Set<String> ids = new LinkedHashSet<>();
      List<Category> categories = new ArrayList<>();
      for (Object entry : list("categories", file.get("categories"))) {
        categories.add(category(map("a category", entry), ids));
      }
      List<Wording> wordings = new ArrayList<>();
      for (Object entry : list("wordings", file.get("wordings"))) {
        wordings.add(wording(map("a wording", entry), ids));
      }
      return new RuleSet(text("the file", file, "version"), categories, wordings);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("The rule file is not YAML: " + e.getMessage(), e);
    }
  }

  private static Category category(Map<?, ?> entry, Set<String> ids) {
    String id = id(entry, ids);
    return new Category(id, "high".equals(text(id, entry, "weight")), words(id, entry));
  }

  private static Wording wording(Map<?, ?> entry, Set<String> ids) {
    String id = id(entry, ids);
    Direction direction =
        text(id, entry, "direction").equals("adverse") ? Direction.ADVERSE : Direction.PROTECTIVE;
    return new Wording(id, direction, text(id, entry, "says"), words(id, entry));
  }

  private static String id(Map<?, ?> entry, Set<String> ids) {
    String id = text("a rule", entry, "id");
    if (!ids.add(id)) {
      throw new IllegalArgumentException("Two rules have the id '" + id + "'; rename one.");
    }
    return id;
  }

  private static Pattern words(String id, Map<?, ?> entry) {
    List<String> alternatives = new ArrayList<>();
    for (Object word : list("words of " + id, entry.get("words"))) {
      alternatives.add(String.valueOf(word));
    }
    try {
      return Pattern.compile("(?i)\\b(?:" + String.join("|", alternatives) + ")\\b");
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "A pattern of rule '" + id + "' is wrong: " + e.getMessage(), e);
    }
  }

  private static String text(String where, Map<?, ?> entry, String key) {
    Object value = entry.get(key);
    if (value == null || value.toString().isBlank()) {
      throw new IllegalArgumentException("'" + key + "' is missing in " + where + ".");
    }
    return value.toString();
  }

  private static Map<?, ?> map(String where, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(where + " must be a mapping, but is: " + value);
  }

  private static List<?> list(String where, Object value) {
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw new IllegalArgumentException(where + " must be a list with entries, but is: " + value);
  }
}
