package io.clausestream.core.rules;

import io.clausestream.core.page.Sha256;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells whether two versions say the same: the hash of all that a rule set means, whatever its file
 * looks like (comments, white space, order of languages).
 */
final class RuleDigest {

  /** Parts what no text of a file can hold. */
  private static final char END = '\u0000';

  private final StringBuilder text = new StringBuilder();

  private RuleDigest() {}

  static String of(RuleSet rules) {
    RuleDigest digest = new RuleDigest();
    digest.add("rules-1", rules.id(), rules.version(), rules.effectiveFrom().toString());
    rules.categories().forEach(digest::add);
    rules.statements().forEach(digest::add);
    new TreeMap<>(rules.signals())
        .forEach(
            (language, signals) -> {
              digest.add("signals", language);
              Map<String, List<Phrase>> byName = new TreeMap<>();
              signals.forEach((signal, phrases) -> byName.put(signal.name(), phrases));
              byName.forEach(digest::add);
            });
    return Sha256.hex(digest.text.toString());
  }

  private void add(Category category) {
    add(
        "category",
        category.id(),
        category.name(),
        category.weight().name(),
        category.entries().name());
    add("words", category.words());
  }

  private void add(Statement statement) {
    add("statement", statement.id(), statement.category(), statement.serves().name());
    add(statement.level().name(), statement.reworded().name(), statement.more().name());
    add(Boolean.toString(statement.once()), statement.says());
    add("words", statement.words());
    add("unless", statement.unless());
  }

  private void add(String name, Map<String, List<Phrase>> words) {
    add(name);
    new TreeMap<>(words).forEach(this::add);
  }

  private void add(String name, List<Phrase> phrases) {
    add(name, Integer.toString(phrases.size()));
    phrases.forEach(phrase -> add(phrase.source()));
  }

  private void add(String... parts) {
    for (String part : parts) {
      text.append(part).append(END);
    }
  }
}
