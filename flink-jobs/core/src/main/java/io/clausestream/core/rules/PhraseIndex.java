package io.clausestream.core.rules;

import java.util.ArrayList;
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

  private final Vocabulary vocabulary;

  /** Phrases by the number of their first word. */
  private final List<List<Entry<T>>> byFirst = new ArrayList<>();

  /**
   * A phrase whose words are numbers.
   *
   * @param places its elements behind the first
   * @param last words one of which must stand in a text for the phrase to stand there, those of its
   *     last place that cannot be left out; none if it has no such place
   */
  private record Entry<T>(Place[] places, int[] last, T meaning) {

    static <T> Entry<T> of(Place[] places, T meaning) {
      int at = places.length - 1;
      while (at >= 0 && (places[at].optional() || places[at].isGap())) {
        at--;
      }
      return new Entry<>(places, at < 0 ? new int[0] : places[at].words(), meaning);
    }
  }

  /**
   * An element of a phrase.
   *
   * @param words numbers of the words that fit; none for a gap
   * @param optional whether it may be left out
   */
  private record Place(int[] words, boolean optional) {

    boolean isGap() {
      return words.length == 0;
    }
  }

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

  private PhraseIndex(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** An index of the phrases of each meaning. */
  public static <T> PhraseIndex<T> of(Map<T, List<Phrase>> phrases) {
    return of(phrases, new Vocabulary());
  }

  /**
   * An index of the phrases of each meaning, which shares its words with others.
   *
   * @param vocabulary gets the words of the phrases
   */
  public static <T> PhraseIndex<T> of(Map<T, List<Phrase>> phrases, Vocabulary vocabulary) {
    PhraseIndex<T> index = new PhraseIndex<>(vocabulary);
    phrases.forEach((meaning, list) -> list.forEach(phrase -> index.add(phrase, meaning)));
    return index;
  }

  private void add(Phrase phrase, T meaning) {
    List<Phrase.Element> elements = phrase.elements();
    Place[] places =
        elements.stream()
            .skip(1)
            .map(element -> new Place(numbers(element), element.optional()))
            .toArray(Place[]::new);
    Entry<T> entry = Entry.of(places, meaning);
    for (int first : numbers(elements.get(0))) {
      while (byFirst.size() <= first) {
        byFirst.add(List.of());
      }
      if (byFirst.get(first).isEmpty()) {
        byFirst.set(first, new ArrayList<>());
      }
      byFirst.get(first).add(entry);
    }
  }

  private int[] numbers(Phrase.Element element) {
    return element.words().stream().mapToInt(vocabulary::number).toArray();
  }

  /** All phrases in a text, by start, one match for each place and phrase. */
  public List<Match<T>> in(Tokens tokens) {
    return in(vocabulary.of(tokens));
  }

  /**
   * The same in a text whose words were looked up.
   *
   * @param text by the vocabulary of this index
   */
  public List<Match<T>> in(NumberedWords text) {
    List<Match<T>> matches = new ArrayList<>();
    int[][] numbers = text.numbers();
    for (int i = 0; i < numbers.length; i++) {
      for (int number : numbers[i]) {
        if (number < byFirst.size()) {
          addMatches(byFirst.get(number), text, i, matches);
        }
      }
    }
    return matches;
  }

  private static <T> void addMatches(
      List<Entry<T>> entries, NumberedWords text, int at, List<Match<T>> matches) {
    List<Token> words = text.tokens().words();
    for (Entry<T> entry : entries) {
      int last = text.holds(entry.last()) ? match(entry.places(), 0, text, at + 1, at) : -1;
      if (last >= 0) {
        Token first = words.get(at);
        matches.add(
            new Match<>(entry.meaning(), first.start(), words.get(last).end(), first.sentence()));
      }
    }
  }

  /** What the phrases in a text stand for. */
  public Set<T> meaningsIn(Tokens tokens) {
    Set<T> meanings = new HashSet<>();
    in(tokens).forEach(match -> meanings.add(match.meaning()));
    return meanings;
  }

  /** Index of the last word of the match of the places from one on; below 0 if there is none. */
  private static int match(Place[] places, int place, NumberedWords text, int at, int last) {
    if (place == places.length) {
      return last;
    }
    Place next = places[place];
    if (next.isGap()) {
      return matchBehindGap(places, place + 1, text, at, last);
    }
    if (isInSentence(text, at, last) && text.fits(at, next.words())) {
      int end = match(places, place + 1, text, at + 1, at);
      if (end >= 0) {
        return end;
      }
    }
    return next.optional() ? match(places, place + 1, text, at, last) : -1;
  }

  private static int matchBehindGap(
      Place[] places, int place, NumberedWords text, int at, int last) {
    for (int skipped = 0; skipped <= Phrase.GAP; skipped++) {
      if (!isInSentence(text, at + skipped, last)) {
        return -1;
      }
      int end = match(places, place, text, at + skipped, last);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private static boolean isInSentence(NumberedWords text, int at, int last) {
    List<Token> words = text.tokens().words();
    return at < words.size() && words.get(at).sentence() == words.get(last).sentence();
  }
}
