package io.clausestream.cli.rules;

import io.clausestream.core.rules.Category;
import io.clausestream.core.rules.Phrase;
import io.clausestream.core.rules.RuleSet;
import io.clausestream.core.rules.Signal;
import io.clausestream.core.rules.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What differs between two rule sets, a line each: {@code + came}, {@code - went}, {@code ~
 * changed}. A rule is a map of what it says, so that whatever a rule learns to say is compared.
 */
final class RuleDifference {

  private final List<String> lines = new ArrayList<>();

  private RuleDifference() {}

  static List<String> between(RuleSet before, RuleSet after) {
    RuleDifference difference = new RuleDifference();
    difference.value("the file", "version", before.version(), after.version());
    difference.value(
        "the file",
        "effectiveFrom",
        before.effectiveFrom().toString(),
        after.effectiveFrom().toString());
    difference.rules(rules(before), rules(after));
    return difference.lines;
  }

  private static Map<String, Map<String, Set<String>>> rules(RuleSet rules) {
    Map<String, Map<String, Set<String>>> all = new LinkedHashMap<>();
    for (Category category : rules.categories()) {
      Map<String, Set<String>> says = properties(category);
      words(says, "words", category.words());
      all.put("category '" + category.id() + "'", says);
    }
    for (Statement statement : rules.statements()) {
      Map<String, Set<String>> says = properties(statement);
      words(says, "words", statement.words());
      words(says, "unless", statement.unless());
      all.put("statement '" + statement.id() + "'", says);
    }
    new TreeMap<>(rules.signals())
        .forEach((language, signals) -> all.put("signals " + language, signals(signals)));
    return all;
  }

  /** What is no word of a rule: each component of its record that is one value. */
  private static Map<String, Set<String>> properties(Record rule) {
    Map<String, Set<String>> says = new LinkedHashMap<>();
    for (var component : rule.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(rule);
        if (!(value instanceof Map) && !component.getName().equals("id")) {
          says.put(component.getName(), Set.of(text(value)));
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("A public record hides " + component, e);
      }
    }
    return says;
  }

  private static String text(Object value) {
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : value.toString();
  }

  private static void words(
      Map<String, Set<String>> says, String key, Map<String, List<Phrase>> words) {
    new TreeMap<>(words)
        .forEach((language, phrases) -> says.put(key + " " + language, sources(phrases)));
  }

  private static Map<String, Set<String>> signals(Map<Signal, List<Phrase>> signals) {
    Map<String, Set<String>> says = new TreeMap<>();
    signals.forEach((signal, phrases) -> says.put(text(signal), sources(phrases)));
    return says;
  }

  private static Set<String> sources(List<Phrase> phrases) {
    Set<String> sources = new LinkedHashSet<>();
    phrases.forEach(phrase -> sources.add(phrase.source()));
    return sources;
  }

  private void rules(
      Map<String, Map<String, Set<String>>> before, Map<String, Map<String, Set<String>>> after) {
    before.keySet().stream()
        .filter(rule -> !after.containsKey(rule))
        .forEach(rule -> lines.add("- " + rule));
    after.forEach(
        (rule, says) -> {
          Map<String, Set<String>> said = before.get(rule);
          if (said == null) {
            lines.add("+ " + rule);
          } else {
            rule(rule, said, says);
          }
        });
  }

  private void rule(String rule, Map<String, Set<String>> before, Map<String, Set<String>> after) {
    Set<String> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      Set<String> old = before.getOrDefault(key, Set.of());
      Set<String> now = after.getOrDefault(key, Set.of());
      boolean listed = key.contains(" ") || rule.startsWith("signals");
      if (!listed && !old.equals(now)) {
        value(rule, key, String.join("", old), String.join("", now));
      } else if (listed) {
        old.stream()
            .filter(phrase -> !now.contains(phrase))
            .forEach(phrase -> lines.add("- " + rule + " " + key + ": \"" + phrase + "\""));
        now.stream()
            .filter(phrase -> !old.contains(phrase))
            .forEach(phrase -> lines.add("+ " + rule + " " + key + ": \"" + phrase + "\""));
      }
    }
  }

  private void value(String place, String key, String before, String after) {
    if (!before.equals(after)) {
      lines.add("~ %s %s: %s -> %s".formatted(place, key, before, after));
    }
  }
}
