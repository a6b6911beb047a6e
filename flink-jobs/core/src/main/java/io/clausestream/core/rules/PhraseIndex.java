package io.clausestream.core.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds many phrases in a text at once. Each word of the text is looked up once, and only phrases
 * that begin with it are tried, so the time grows with the text and hardly with the number of
 * phrases. Immutable and thread-safe.
 *
 * @param <T> what a phrase stands for
 */
public final class PhraseIndex<T> {

  /** Phrases by their first word, where it has no star. */
  private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();

  /** Phrases by the letters before the star of their first word. */
  private final Letters<Entry<T>> beginnings = new Letters<>();

  /** Phrases by the letters behind the star of their first word, from the last to the first. */
  private final Letters<Entry<T>> endings = new Letters<>();

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

  /** Where letters lead that begin or end no phrase. */
  private final Letters<Entry<T>> none = new Letters<>();

  private PhraseIndex() {}

  /** An index of the phrases of each meaning. */
  public static <T> PhraseIndex<T> of(Map<T, List<Phrase>> phrases) {
    PhraseIndex<T> index = new PhraseIndex<>();
    phrases.forEach(
        (meaning, list) -> {
          for (Phrase phrase : list) {
            for (String word : phrase.elements().get(0).words()) {
              index.add(word, new Entry<>(phrase, meaning));
            }
          }
        });
    return index;
  }

  private void add(String word, Entry<T> entry) {
    if (word.endsWith("*")) {
      beginnings.add(word.substring(0, word.length() - 1), entry);
    } else if (word.startsWith("*")) {
      endings.add(new StringBuilder(word.substring(1)).reverse(), entry);
    } else {
      byFirst.computeIfAbsent(word, none -> new ArrayList<>()).add(entry);
    }
  }

  /** All phrases in a text, by start, one match for each place and phrase. */
  public List<Match<T>> in(Tokens tokens) {
    List<Match<T>> matches = new ArrayList<>();
    List<Token> words = tokens.words();
    for (int i = 0; i < words.size(); i++) {
      Token first = words.get(i);
      for (Entry<T> entry : beginningWith(first.word())) {
        int last = match(entry.phrase().elements(), 1, words, i + 1, i);
        if (last >= 0) {
          matches.add(
              new Match<>(entry.meaning(), first.start(), words.get(last).end(), first.sentence()));
        }
      }
    }
    return matches;
  }

  /** What the phrases in a text stand for. */
  public Set<T> meaningsIn(Tokens tokens) {
    Set<T> meanings = new HashSet<>();
    in(tokens).forEach(match -> meanings.add(match.meaning()));
    return meanings;
  }

  /** The phrases whose first word is, begins or ends as a word does; the whole word's first. */
  private List<Entry<T>> beginningWith(String word) {
    List<Entry<T>> found = new ArrayList<>(byFirst.getOrDefault(word, List.of()));
    Letters<Entry<T>> beginning = beginnings;
    Letters<Entry<T>> ending = endings;
    for (int length = 1; length <= word.length(); length++) {
      beginning = beginning.next(word.charAt(length - 1), none);
      ending = ending.next(word.charAt(word.length() - length), none);
      if (beginning.isEnd()
          && beginning.values().isEmpty()
          && ending.isEnd()
          && ending.values().isEmpty()) {
        break;
      }
      found.addAll(beginning.values());
      found.addAll(ending.values());
    }
    return found;
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
      return word.regionMatches(0, wanted, 0, wanted.length() - 1);
    }
    int letters = wanted.length() - 1;
    return wanted.startsWith("*")
        ? word.regionMatches(word.length() - letters, wanted, 1, letters)
        : wanted.equals(word);
  }
}
