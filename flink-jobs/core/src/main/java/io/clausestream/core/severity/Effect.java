package io.clausestream.core.severity;

import io.clausestream.core.rules.Category;
import io.clausestream.core.rules.Statement;
import java.util.Optional;
import java.util.Set;

/**
 * What a changed clause does to the user, and the words that do it.
 *
 * @param ruleId id of the rule
 * @param category id of the category that the rule belongs to
 * @param statement the statement that came, went or was reworded, where the rule is one
 * @param appears whether it came (or stands on in other words), and not went
 * @param direction whom it serves
 * @param severity how severe it is by itself
 * @param span the words that say so
 * @param words the words of the sentence that they stand in
 * @param sentence the reason in one sentence
 */
record Effect(
    String ruleId,
    String category,
    Optional<Statement> statement,
    boolean appears,
    Direction direction,
    Severity severity,
    Span span,
    Set<String> words,
    String sentence) {

  /** The severity of a change of this weight. */
  static Severity severity(Category.Weight weight) {
    return switch (weight) {
      case HIGH -> Severity.HIGH;
      case MEDIUM -> Severity.MEDIUM;
      case LOW -> Severity.LOW;
    };
  }

  /** Whether it tells the subject; a duty or a ban by itself can be about anything. */
  boolean isSpecific() {
    return statement.isPresent()
        && (statement.get().level() == Category.Weight.HIGH || !statement.get().once());
  }

  /** Whether it stands in much the same sentence as another one: half of the words are common. */
  boolean isInSentenceOf(Effect other) {
    long common = words.stream().filter(other.words::contains).count();
    return 2 * common >= Math.max(words.size(), other.words.size());
  }

  /** The same, no more severe than a limit. */
  Effect atMost(Severity limit) {
    return severity.compareTo(limit) <= 0
        ? this
        : new Effect(ruleId, category, statement, appears, direction, limit, span, words, sentence);
  }
}
