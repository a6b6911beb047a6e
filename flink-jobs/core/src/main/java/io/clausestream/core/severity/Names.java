package io.clausestream.core.severity;

import io.clausestream.core.rules.PhraseIndex.Match;
import io.clausestream.core.rules.Signal;
import io.clausestream.core.rules.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names in a text: of companies, known by their legal form, and whatever else is capitalised. */
final class Names {

  private static final int LONGEST = 5;
  private static final int LONGEST_ADDRESS = 40;

  /** How far from an address's words its changed words may stand, in UTF-16 units. */
  private static final int BESIDE = 30;

  private static final int LONGEST_RENAMED = 40;
  private static final Set<String> CARE_OF = Set.of("c", "o", "attn", "attention");

  private Names() {}

  /** The companies that a text names: up to five capitalised words before a legal form. */
  static Set<String> companies(Reading reading) {
    Set<String> companies = new LinkedHashSet<>();
    for (Match<Signal> match : reading.signals()) {
      if (match.meaning() == Signal.LEGAL_FORM) {
        company(reading, match).ifPresent(companies::add);
      }
    }
    return companies;
  }

  private static Optional<String> company(Reading reading, Match<Signal> form) {
    List<Token> words = reading.tokens().words();
    String text = reading.tokens().text();
    int at = reading.tokens().firstFrom(form.start());
    if (!isCapital(text, words.get(at))) {
      return Optional.empty();
    }
    List<String> name = new ArrayList<>();
    int i = at - 1;
    while (i >= 0
        && name.size() < LONGEST
        && isCapital(text, words.get(i))
        && isNear(text, words.get(i), words.get(i + 1))) {
      name.add(0, words.get(i).word());
      i--;
    }
    // Who only takes in the mail is not the company.
    boolean careOf = i >= 0 && CARE_OF.contains(words.get(i).word());
    return name.isEmpty() || careOf ? Optional.empty() : Optional.of(String.join(" ", name));
  }

  /** Nothing but marks within a name stands between: "Arps, Slate & Flom". */
  private static boolean isNear(String text, Token left, Token right) {
    String between = text.substring(left.end(), right.start()).strip();
    return between.isEmpty() || between.equals(",") || between.equals("&") || between.equals("-");
  }

  static boolean isCapital(String text, Token word) {
    return Character.isUpperCase(text.charAt(word.start()));
  }

  /**
   * Whether nothing but a postal address differs: what differs is figures, names and words of
   * addresses, with a word or a code of an address in it or beside it, while the companies stay.
   */
  static boolean isAddressOnly(ChangedText text) {
    return companies(text.before()).equals(companies(text.after()))
        && areNames(text.before(), text.deleted())
        && areNames(text.after(), text.inserted())
        && (isByAddress(text.before(), text.deleted())
            || isByAddress(text.after(), text.inserted()));
  }

  /** Whether a text is a company's address and nothing else. */
  static boolean isAddress(Reading reading) {
    List<Token> words = reading.tokens().words();
    List<Span> all = List.of(Span.changed(Span.Side.AFTER, 0, reading.tokens().text().length()));
    return !words.isEmpty()
        && words.size() <= LONGEST_ADDRESS
        && areNames(reading, all)
        && isByAddress(reading, all);
  }

  private static boolean isByAddress(Reading reading, List<Span> changed) {
    if (changed.isEmpty()) {
      return false;
    }
    int from = changed.get(0).start() - BESIDE;
    int to = changed.get(changed.size() - 1).end() + BESIDE;
    String text = reading.tokens().text();
    boolean word =
        reading.signals().stream()
            .anyMatch(m -> m.meaning() == Signal.ADDRESS && m.start() >= from && m.end() <= to);
    return word
        || reading.tokens().words().stream()
            .anyMatch(t -> t.start() >= from && t.end() <= to && isPostalCode(text, t));
  }

  /** Five or six figures, or a short mixture of figures and capitals; a year is none. */
  private static boolean isPostalCode(String text, Token token) {
    String word = token.word();
    long figures = word.chars().filter(Character::isDigit).count();
    boolean letters = word.chars().anyMatch(Character::isLetter);
    boolean mixed = figures > 0 && letters && word.length() <= 5;
    return figures == word.length() && figures >= 5 && figures <= 6
        || mixed
            && text.substring(token.start(), token.end())
                .toUpperCase(Locale.ROOT)
                .equals(text.substring(token.start(), token.end()));
  }

  private static boolean areNames(Reading reading, List<Span> changed) {
    String text = reading.tokens().text();
    List<Match<Signal>> signals = reading.signals();
    int next = 0;
    int addressEnd = 0;
    for (Token token : reading.tokens().words()) {
      for (; next < signals.size() && signals.get(next).start() <= token.start(); next++) {
        boolean address = signals.get(next).meaning() == Signal.ADDRESS;
        addressEnd = address ? Math.max(addressEnd, signals.get(next).end()) : addressEnd;
      }
      boolean name =
          isCapital(text, token)
              || Character.isDigit(text.charAt(token.start()))
              || token.word().length() <= 3
              || token.end() <= addressEnd;
      if (!name && Span.touch(changed, token.start(), token.end())) {
        return false;
      }
    }
    return true;
  }

  /** A name that gave way to another, if that is all that differs in a stretch of words. */
  static Optional<Rename> rename(String before, String after) {
    boolean names = isName(before) && isName(after);
    return names ? Optional.of(new Rename(before, after)) : Optional.empty();
  }

  private static boolean isName(String words) {
    if (words.isBlank() || words.length() > LONGEST_RENAMED) {
      return false;
    }
    for (String word : words.strip().split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty() && !Character.isUpperCase(word.charAt(0)) && !isSmall(word)) {
        return false;
      }
    }
    return words.chars().anyMatch(Character::isUpperCase);
  }

  private static boolean isSmall(String word) {
    return word.length() <= 3;
  }

  /**
   * A name and the one in its place.
   *
   * @param before the name that went
   * @param after the name that came
   */
  record Rename(String before, String after) {}
}
