package io.clausestream.core.severity;

import io.clausestream.core.rules.Category;
import io.clausestream.core.rules.PhraseIndex.Match;
import io.clausestream.core.rules.Signal;
import io.clausestream.core.rules.Statement;
import io.clausestream.core.rules.Token;
import io.clausestream.core.rules.Tokens;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rules find in a text.
 *
 * @param tokens its words
 * @param categories words that show a subject
 * @param statements words that say something
 * @param signals words that turn, narrow or widen a sentence
 */
record Reading(
    Tokens tokens,
    List<Match<Category>> categories,
    List<Match<Statement>> statements,
    List<Match<Signal>> signals) {

  /** What it says anywhere. */
  boolean says(Statement statement) {
    return statements.stream().anyMatch(match -> match.meaning() == statement);
  }

  /** What one sentence of it says. */
  List<Statement> saidIn(int sentence) {
    return statements.stream()
        .filter(match -> match.sentence() == sentence)
        .map(Match::meaning)
        .distinct()
        .toList();
  }

  /** The sentences that a changed word stands in. */
  Set<Integer> sentencesOf(List<Span> changed) {
    Set<Integer> sentences = new LinkedHashSet<>();
    int next = 0;
    for (Token token : tokens.words()) {
      while (next < changed.size() && changed.get(next).end() <= token.start()) {
        next++;
      }
      if (next < changed.size() && changed.get(next).start() < token.end()) {
        sentences.add(token.sentence());
      }
    }
    return sentences;
  }

  /** How many of its words changed. */
  int wordsOf(List<Span> changed) {
    int words = 0;
    int next = 0;
    for (Token token : tokens.words()) {
      while (next < changed.size() && changed.get(next).end() <= token.start()) {
        next++;
      }
      words += next < changed.size() && changed.get(next).start() < token.end() ? 1 : 0;
    }
    return words;
  }
}
