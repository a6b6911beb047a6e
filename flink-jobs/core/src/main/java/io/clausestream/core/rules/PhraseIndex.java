package io.clausestream.core.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds many phrases in a text at once. Each word of the text is looked up once, and only phrases
 * that begin with it are tried, so the time grows with the text and hardly with the number of
 * phrases. Immutable and thread-safe.
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseIndex<T> {

  /** Phrases by their first word as written, stars and all. */
  private final Map<String, List<Entry<T>>> byFirst;

  private record Entry<T>(Phrase phrase, T meaning) {}

  /**
   * A phrase in a text.
   *
   * @param meaning what the phrase stands for
   * @param start offset of its first character, in UTF-16 units
   * @param end offset behind its last character, in UTF-16 units
   * @param sentence ordinal of its sentence
   * @param <T> what a phrase stands for
   */
  public record Match<T>(T meaning, int start, int end, int sentence) {}

  private PhraseIndex(Map<String, List<Entry<T>>> byFirst) {
    this.byFirst = byFirst;
  }

  /** An index of the phrases of each meaning. */
  public static <T> PhraseIndex<T> of(Map<T, List<Phrase>> phrases) {
    Map<String, List<Entry<T>>> byFirst = new LinkedHashMap<>();
    phrases.forEach(
        (meaning, list) -> {
          for (Phrase phrase : list) {
            for (String word : phrase.elements().get(0).words()) {
              byFirst
                  .computeIfAbsent(word, none -> new ArrayList<>())
                  .add(new Entry<>(phrase, meaning));
            }
          }
        });
    return new PhraseIndex<>(byFirst);
  }

  /** All phrases in a text, by start, one match for each place and phrase. */
  public List<Match<T>> in(Tokens tokens) {
    List<Match<T>> matches = new ArrayList<>();
    Map<String, List<Entry<T>>> known = new HashMap<>();
    for (int i = 0; i < tokens.words().size(); i++) {
      Token first = tokens.words().get(i);
      for (Entry<T> entry : known.computeIfAbsent(first.word(), this::beginningWith)) {
        Optional<Token> last = end(entry.phrase(), tokens, i);
        if (last.isPresent()) {
          matches.add(
              new Match<>(entry.meaning(), first.start(), last.get().end(), first.sentence()));
        }
      }
    }
    matches.sort(Comparator.comparingInt(Match::start));
    return matches;
  }

  /** What the phrases in a text stand for. */
  public Set<T> meaningsIn(Tokens tokens) {
    Set<T> meanings = new HashSet<>();
    in(tokens).forEach(match -> meanings.add(match.meaning()));
    return meanings;
  }

  private List<Entry<T>> beginningWith(String word) {
    List<Entry<T>> found = new ArrayList<>(byFirst.getOrDefault(word, List.of()));
    for (int length = Phrase.SHORTEST_PART; length <= word.length(); length++) {
      found.addAll(byFirst.getOrDefault(word.substring(0, length) + "*", List.of()));
      found.addAll(byFirst.getOrDefault("*" + word.substring(word.length() - length), List.of()));
    }
    return found;
  }

  private static Optional<Token> end(Phrase phrase, Tokens tokens, int start) {
    int last = match(phrase.elements(), 1, tokens.words(), start + 1, start);
    return last < 0 ? Optional.empty() : Optional.of(tokens.words().get(last));
  }

  /** Index of the last word of the match of the elements from one on; below 0 if there is none. */
  private static int match(
      List<Phrase.Element> elements, int element, List<Token> words, int at, int last) {
    if (element == elements.size()) {
      return last;
    }
    Phrase.Element next = elements.get(element);
    if (next.isGap()) {
      return matchBehindGap(elements, element + 1, words, at, last);
    }
    if (at < words.size()
        && words.get(at).sentence() == words.get(last).sentence()
        && fits(next, words.get(at).word())) {
      int end = match(elements, element + 1, words, at + 1, at);
      if (end >= 0) {
        return end;
      }
    }
    return next.optional() ? match(elements, element + 1, words, at, last) : -1;
  }

  private static int matchBehindGap(
      List<Phrase.Element> elements, int element, List<Token> words, int at, int last) {
    for (int skipped = 0; skipped <= Phrase.GAP && at + skipped < words.size(); skipped++) {
      if (words.get(at + skipped).sentence() != words.get(last).sentence()) {
        return -1;
      }
      int end = match(elements, element, words, at + skipped, last);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private static boolean fits(Phrase.Element element, String word) {
    for (String wanted : element.words()) {
      if (fits(wanted, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(String wanted, String word) {
    if (wanted.endsWith("*")) {
      return word.startsWith(wanted.substring(0, wanted.length() - 1));
    }
    return wanted.startsWith("*") ? word.endsWith(wanted.substring(1)) : wanted.equals(word);
  }
}
