package io.clausestream.core.severity;

import io.clausestream.core.rules.Category;
import io.clausestream.core.rules.NumberedWords;
import io.clausestream.core.rules.Phrase;
import io.clausestream.core.rules.PhraseIndex;
import io.clausestream.core.rules.PhraseIndex.Match;
import io.clausestream.core.rules.RuleSet;
import io.clausestream.core.rules.Signal;
import io.clausestream.core.rules.Statement;
import io.clausestream.core.rules.Tokens;
import io.clausestream.core.rules.Vocabulary;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The rules of one language, ready to read texts with. Immutable and thread-safe. */
final class LanguageRules {

  private final Vocabulary vocabulary = new Vocabulary();
  private final PhraseIndex<Category> categories;
  private final PhraseIndex<Statement> statements;
  private final PhraseIndex<Statement> unless;
  private final PhraseIndex<Signal> signals;

  LanguageRules(RuleSet rules, String language) {
    categories = index(rules.categories(), category -> category.words().get(language));
    statements = index(rules.statements(), statement -> statement.words().get(language));
    unless = index(rules.statements(), statement -> statement.unless().get(language));
    signals = PhraseIndex.of(inOrder(rules.signals().getOrDefault(language, Map.of())), vocabulary);
  }

  /** Signals at one place are told in the order of their names, the same in every run. */
  private static Map<Signal, List<Phrase>> inOrder(Map<Signal, List<Phrase>> signals) {
    Map<Signal, List<Phrase>> ordered = new EnumMap<>(Signal.class);
    ordered.putAll(signals);
    return ordered;
  }

  private <T> PhraseIndex<T> index(
      List<T> meanings, Function<T, @org.jspecify.annotations.Nullable List<Phrase>> words) {
    Map<T, List<Phrase>> phrases = new LinkedHashMap<>();
    for (T meaning : meanings) {
      List<Phrase> own = words.apply(meaning);
      if (own != null) {
        phrases.put(meaning, own);
      }
    }
    return PhraseIndex.of(phrases, vocabulary);
  }

  /** All that the rules find in a text. */
  Reading read(String text) {
    NumberedWords words = words(text);
    return new Reading(words.tokens(), categories(words), said(words), signals(words));
  }

  /** The words of a text, looked up for the methods below. */
  NumberedWords words(String text) {
    return words(Tokens.of(text));
  }

  /** The same of a text whose words were told apart. */
  NumberedWords words(Tokens tokens) {
    return vocabulary.of(tokens);
  }

  /** The words of a text that show a subject. */
  List<Match<Category>> categories(NumberedWords words) {
    return categories.in(words);
  }

  /** The words of a text that turn, narrow or widen a sentence. */
  List<Match<Signal>> signals(NumberedWords words) {
    return signals.in(words);
  }

  /** The statements that a text makes, and nothing else of it. */
  Set<Statement> says(String text) {
    Set<Statement> said = Collections.newSetFromMap(new IdentityHashMap<>());
    said(words(text)).forEach(match -> said.add(match.meaning()));
    return said;
  }

  /** The words of a text that say something, and nothing in their sentence says otherwise. */
  List<Match<Statement>> said(NumberedWords words) {
    List<Match<Statement>> said = statements.in(words);
    if (said.isEmpty()) {
      return said;
    }
    IdentityHashMap<Statement, Set<Integer>> cancelled = new IdentityHashMap<>();
    for (Match<Statement> match : unless.in(words)) {
      cancelled.computeIfAbsent(match.meaning(), none -> new HashSet<>()).add(match.sentence());
    }
    return said.stream()
        .filter(
            match -> !cancelled.getOrDefault(match.meaning(), Set.of()).contains(match.sentence()))
        .toList();
  }
}
