package io.clausestream.core.severity;

import io.clausestream.core.rules.Category;
import io.clausestream.core.rules.PhraseIndex.Match;
import io.clausestream.core.rules.Signal;
import io.clausestream.core.rules.Statement;
import io.clausestream.core.rules.Token;
import io.clausestream.core.rules.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rules find in a text. Immutable. */
final class Reading {

  /** Three of five words: most of a sentence. */
  private static final int MOSTLY = 3;

  private static final int MOSTLY_OF = 5;

  private final Tokens tokens;
  private final List<Match<Category>> categories;
  private final List<Match<Statement>> statements;
  private final List<Match<Signal>> signals;

  /** There is one object for each statement of a rule set, and to compare all of it takes time. */
  private final Set<Statement> said = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Map<Integer, List<Statement>> saidBySentence = new HashMap<>();

  Reading(
      Tokens tokens,
      List<Match<Category>> categories,
      List<Match<Statement>> statements,
      List<Match<Signal>> signals) {
    this.tokens = tokens;
    this.categories = categories;
    this.statements = statements;
    this.signals = signals;
    for (Match<Statement> match : statements) {
      said.add(match.meaning());
      saidBySentence
          .computeIfAbsent(match.sentence(), none -> new ArrayList<>())
          .add(match.meaning());
    }
  }

  /** Its words. */
  Tokens tokens() {
    return tokens;
  }

  /** Words that show a subject. */
  List<Match<Category>> categories() {
    return categories;
  }

  /** Words that say something. */
  List<Match<Statement>> statements() {
    return statements;
  }

  /** Words that turn, narrow or widen a sentence. */
  List<Match<Signal>> signals() {
    return signals;
  }

  /** What it says anywhere. */
  boolean says(Statement statement) {
    return said.contains(statement);
  }

  /** What one sentence of it says, in order; some of it perhaps more than once. */
  List<Statement> saidIn(int sentence) {
    return saidBySentence.getOrDefault(sentence, List.of());
  }

  /** The words of one sentence. */
  Set<String> wordsIn(int sentence) {
    Set<String> words = new LinkedHashSet<>();
    List<Token> all = tokens.words();
    for (int i = tokens.firstOf(sentence); i < tokens.firstOf(sentence + 1); i++) {
      words.add(all.get(i).word());
    }
    return words;
  }

  /** The sentences most of whose words changed. */
  Set<Integer> sentencesMostlyOf(List<Span> changed) {
    Map<Integer, int[]> counts = new HashMap<>();
    int next = 0;
    for (Token token : tokens.words()) {
      while (next < changed.size() && changed.get(next).end() <= token.start()) {
        next++;
      }
      int[] count = counts.computeIfAbsent(token.sentence(), none -> new int[2]);
      count[0]++;
      count[1] += next < changed.size() && changed.get(next).start() < token.end() ? 1 : 0;
    }
    Set<Integer> sentences = new LinkedHashSet<>();
    counts.forEach(
        (sentence, count) -> {
          if (MOSTLY_OF * count[1] >= MOSTLY * count[0]) {
            sentences.add(sentence);
          }
        });
    return sentences;
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

  /** Those of its words that changed. */
  List<String> wordsIn(List<Span> changed) {
    List<String> words = new ArrayList<>();
    int next = 0;
    for (Token token : tokens.words()) {
      while (next < changed.size() && changed.get(next).end() <= token.start()) {
        next++;
      }
      if (next < changed.size() && changed.get(next).start() < token.end()) {
        words.add(token.word());
      }
    }
    return words;
  }

  /** Who is named, platform or user, in the order of the text. */
  List<Signal> actors() {
    return signals.stream()
        .map(Match::meaning)
        .filter(signal -> signal == Signal.PLATFORM || signal == Signal.USER)
        .toList();
  }

  /** Whether the user is named among the words that changed. */
  boolean namesUserIn(List<Span> changed) {
    return signals.stream()
        .filter(match -> match.meaning() == Signal.USER)
        .anyMatch(m -> changed.stream().anyMatch(s -> s.start() < m.end() && m.start() < s.end()));
  }

  /** How many of its words changed. */
  int wordsOf(List<Span> changed) {
    return wordsIn(changed).size();
  }
}
