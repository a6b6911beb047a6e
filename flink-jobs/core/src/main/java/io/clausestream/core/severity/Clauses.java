package io.clausestream.core.severity;

import io.clausestream.core.diff.Hunk;
import io.clausestream.core.rules.Category;
import io.clausestream.core.rules.NumberedWords;
import io.clausestream.core.rules.PhraseIndex.Match;
import io.clausestream.core.rules.RuleSet;
import io.clausestream.core.rules.Tokens;
import java.util.List;

/**
 * Tells clauses from what stands around a document. Whether a change is told must not hang on rules
 * that come and go, so the shipped rules alone are asked. Immutable and thread-safe.
 */
public final class Clauses {

  private static final String TRACKING = "advertising-tracking";
  private static final int SENTENCE = 8;
  private static final int MOST_READ = 32 << 10;

  private final List<LanguageRules> languages;

  /** Clauses as these rules see them, in any of their languages. */
  public Clauses(RuleSet rules) {
    languages =
        rules.signals().keySet().stream()
            .sorted()
            .map(language -> new LanguageRules(rules, language))
            .toList();
  }

  /**
   * Whether a block that came or went reads like a clause of weight: its own words touch a category
   * of high weight in a statement or a sentence. A text on cookies and tracking is none, as consent
   * dialogs speak of them.
   */
  public boolean isClause(Hunk hunk) {
    String text = hunk.after().isPresent() ? hunk.textAfter() : hunk.textBefore();
    String read = text.length() <= MOST_READ ? text : text.substring(0, MOST_READ);
    Tokens tokens = Tokens.of(read);
    return languages.stream().anyMatch(language -> isClause(tokens, language));
  }

  private static boolean isClause(Tokens tokens, LanguageRules language) {
    NumberedWords words = language.words(tokens);
    List<Category> categories = language.categories(words).stream().map(Match::meaning).toList();
    return categories.stream().anyMatch(category -> category.weight() == Category.Weight.HIGH)
        && categories.stream().noneMatch(category -> category.id().equals(TRACKING))
        && (isSentence(tokens) || !language.said(words).isEmpty());
  }

  private static boolean isSentence(Tokens tokens) {
    return tokens.text().endsWith(".") && tokens.words().size() >= SENTENCE;
  }
}
