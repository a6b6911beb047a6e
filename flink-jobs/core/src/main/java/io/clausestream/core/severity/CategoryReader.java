package io.clausestream.core.severity;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.change.CategoryReading;
import io.clausestream.core.provision.Clause;
import io.clausestream.core.provision.Segmentation;
import io.clausestream.core.rules.Category;
import io.clausestream.core.rules.RuleSet;
import io.clausestream.core.rules.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads of which categories a whole text holds clauses. A clause is of a category if it makes one
 * of the category's statements, or if the heading right above it names the category. A word of the
 * category alone is no clause: nearly every policy speaks of cookies, courts or AI somewhere. A
 * text in a language without rules holds none. Immutable and thread-safe.
 */
public final class CategoryReader implements CategoryReading {

  /** No clause is longer: so much of one is read, in UTF-16 units. */
  private static final int MOST_OF_CLAUSE = 128 << 10;

  /** No policy is longer: so much of a text is read, in UTF-16 units. */
  private static final int MOST_OF_TEXT = 4 << 20;

  private final String rules;
  private final Set<String> known;
  private final Map<String, LanguageRules> languages;

  /** A reader by these rules. */
  public CategoryReader(RuleSet rules) {
    this.rules = rules.key();
    this.known =
        rules.categories().stream().map(Category::id).collect(Collectors.toUnmodifiableSet());
    this.languages =
        rules.signals().keySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    language -> language, language -> new LanguageRules(rules, language)));
  }

  @Override
  public String rules() {
    return rules;
  }

  @Override
  public Set<String> known() {
    return known;
  }

  @Override
  public Set<String> in(List<Block> text, String language) {
    LanguageRules read = languages.get(language);
    return read == null ? Set.of() : in(text, read);
  }

  private static Set<String> in(List<Block> text, LanguageRules language) {
    Set<String> found = new TreeSet<>();
    Set<String> headings = new HashSet<>();
    int left = MOST_OF_TEXT;
    for (Clause clause : Segmentation.of(text).clauses()) {
      String words = clause.text();
      int read = Math.min(Math.min(words.length(), MOST_OF_CLAUSE), left);
      left -= read;
      language.says(words.substring(0, read)).stream().map(Statement::category).forEach(found::add);
      List<String> path = clause.headingPath();
      if (!path.isEmpty() && headings.add(path.get(path.size() - 1))) {
        named(path.get(path.size() - 1), language, found);
      }
    }
    return found;
  }

  private static void named(String heading, LanguageRules language, Set<String> found) {
    String read = heading.substring(0, Math.min(heading.length(), MOST_OF_CLAUSE));
    language.read(read).categories().forEach(match -> found.add(match.meaning().id()));
  }
}
