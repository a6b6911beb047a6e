package io.clausestream.core.severity;

import io.clausestream.core.rules.Token;
import io.clausestream.core.rules.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds times, shares, amounts of money and ages in a text, in figures or in words. */
final class Quantities {

  private static final Map<String, Quantity.Unit> UNITS = units();
  private static final Map<String, Integer> NUMBERS = numbers();
  private static final Set<String> BETWEEN =
      Set.of(
          "business",
          "calendar",
          "working",
          "consecutive",
          "additional",
          "more",
          "further",
          "full",
          "volle",
          "ouvrés",
          "ouvrables",
          "calendaires");
  private static final Set<String> AGE_BEFORE =
      Set.of("under", "age", "over", "aged", "unter", "über", "least", "mindestens", "moins");

  /** "age of 16", "plus de 18 ans", "Mindestalter beträgt 16 Jahre". */
  private static final Set<String> AGE_WORD =
      Set.of("age", "mindestalter", "âge", "âgé", "âgée", "âgés", "âgées", "plus", "moins");

  private static final Set<String> AGE_LINK = Set.of("of", "is", "von", "ist", "beträgt", "de");

  private static final Set<String> AGE_BEHIND = Set.of("old", "of", "alt", "révolus");

  /** "16 or older", "18 and over". */
  private static final Set<String> AGE_UPWARDS = Set.of("older", "over", "above", "älter");

  private static final String CURRENCIES = "$€£¥";
  private static final int YOUNGEST = 10;
  private static final int OLDEST = 25;
  private static final int LONGEST_NUMBER = 12;

  private Quantities() {}

  static List<Quantity> in(Tokens tokens) {
    List<Quantity> found = new ArrayList<>();
    for (int i = 0; i < tokens.words().size(); i++) {
      Optional<BigDecimal> amount = amount(tokens.words().get(i).word());
      if (amount.isPresent()) {
        quantity(tokens, i, amount.get()).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Quantity> quantity(Tokens tokens, int at, BigDecimal amount) {
    Token number = tokens.words().get(at);
    String text = tokens.text();
    if (number.start() > 0 && CURRENCIES.indexOf(text.charAt(number.start() - 1)) >= 0) {
      return of(amount, Quantity.Unit.MONEY, number.start() - 1, number.end());
    }
    int behind = skipBlank(text, number.end());
    if (behind < text.length() && text.charAt(behind) == '%') {
      return of(amount, Quantity.Unit.PERCENT, number.start(), behind + 1);
    }
    if (behind < text.length() && CURRENCIES.indexOf(text.charAt(behind)) >= 0) {
      return of(amount, Quantity.Unit.MONEY, number.start(), behind + 1);
    }
    return withUnit(tokens, at, amount);
  }

  private static Optional<Quantity> withUnit(Tokens tokens, int at, BigDecimal amount) {
    List<Token> words = tokens.words();
    int next = at + 1;
    // "thirty (30) days": the figure is read, the word before it is not.
    while (next < words.size() && BETWEEN.contains(words.get(next).word())) {
      next++;
    }
    Token number = words.get(at);
    Quantity.Unit unit = next < words.size() ? UNITS.get(words.get(next).word()) : null;
    if (isAge(words, at, unit, next, amount)) {
      return of(amount, Quantity.Unit.AGE, number.start(), number.end());
    }
    return unit == null
        ? Optional.empty()
        : of(amount, unit, number.start(), words.get(next).end());
  }

  private static boolean isAge(
      List<Token> words,
      int at,
      Quantity.@org.jspecify.annotations.Nullable Unit unit,
      int next,
      BigDecimal amount) {
    boolean plausible =
        amount.compareTo(BigDecimal.valueOf(YOUNGEST)) >= 0
            && amount.compareTo(BigDecimal.valueOf(OLDEST)) <= 0;
    if (!plausible || unit != null && unit != Quantity.Unit.YEARS) {
      return false;
    }
    boolean before =
        at > 0 && AGE_BEFORE.contains(words.get(at - 1).word())
            || at > 1
                && AGE_LINK.contains(words.get(at - 1).word())
                && AGE_WORD.contains(words.get(at - 2).word());
    boolean behind =
        unit != null && next + 1 < words.size() && AGE_BEHIND.contains(words.get(next + 1).word());
    int upwards = unit == null ? at + 2 : next + 2;
    return behind
        || before
        || upwards < words.size() && AGE_UPWARDS.contains(words.get(upwards).word());
  }

  private static int skipBlank(String text, int at) {
    return at < text.length() && Character.isWhitespace(text.charAt(at)) ? at + 1 : at;
  }

  private static Optional<Quantity> of(BigDecimal amount, Quantity.Unit unit, int start, int end) {
    return Optional.of(new Quantity(amount, unit, start, end));
  }

  private static Optional<BigDecimal> amount(String word) {
    Integer named = NUMBERS.get(word);
    if (named != null) {
      return Optional.of(BigDecimal.valueOf(named));
    }
    return isNumber(word) ? Optional.of(new BigDecimal(plain(word))) : Optional.empty();
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isFigure(word.charAt(i))) {
        return false;
      }
    }
    return word.length() <= LONGEST_NUMBER;
  }

  private static boolean isFigure(char c) {
    return c >= '0' && c <= '9' || c == '.' || c == ',';
  }

  /** Groups of three behind a mark are thousands, anything else is a fraction. */
  private static String plain(String word) {
    String whole = word.replaceAll("[.,](?=\\d{3}(\\D|$))", "");
    int comma = Math.max(whole.lastIndexOf(','), whole.lastIndexOf('.'));
    return comma < 0
        ? whole
        : whole.substring(0, comma).replaceAll("[.,]", "") + "." + whole.substring(comma + 1);
  }

  private static Map<String, Quantity.Unit> units() {
    return Map.ofEntries(
        Map.entry("hour", Quantity.Unit.HOURS),
        Map.entry("hours", Quantity.Unit.HOURS),
        Map.entry("stunden", Quantity.Unit.HOURS),
        Map.entry("heures", Quantity.Unit.HOURS),
        Map.entry("day", Quantity.Unit.DAYS),
        Map.entry("days", Quantity.Unit.DAYS),
        Map.entry("tag", Quantity.Unit.DAYS),
        Map.entry("tage", Quantity.Unit.DAYS),
        Map.entry("tagen", Quantity.Unit.DAYS),
        Map.entry("jour", Quantity.Unit.DAYS),
        Map.entry("jours", Quantity.Unit.DAYS),
        Map.entry("week", Quantity.Unit.WEEKS),
        Map.entry("weeks", Quantity.Unit.WEEKS),
        Map.entry("wochen", Quantity.Unit.WEEKS),
        Map.entry("semaines", Quantity.Unit.WEEKS),
        Map.entry("month", Quantity.Unit.MONTHS),
        Map.entry("months", Quantity.Unit.MONTHS),
        Map.entry("monat", Quantity.Unit.MONTHS),
        Map.entry("monate", Quantity.Unit.MONTHS),
        Map.entry("monaten", Quantity.Unit.MONTHS),
        Map.entry("mois", Quantity.Unit.MONTHS),
        Map.entry("year", Quantity.Unit.YEARS),
        Map.entry("years", Quantity.Unit.YEARS),
        Map.entry("jahr", Quantity.Unit.YEARS),
        Map.entry("jahre", Quantity.Unit.YEARS),
        Map.entry("jahren", Quantity.Unit.YEARS),
        Map.entry("an", Quantity.Unit.YEARS),
        Map.entry("ans", Quantity.Unit.YEARS),
        Map.entry("année", Quantity.Unit.YEARS),
        Map.entry("années", Quantity.Unit.YEARS),
        Map.entry("percent", Quantity.Unit.PERCENT),
        Map.entry("prozent", Quantity.Unit.PERCENT),
        Map.entry("usd", Quantity.Unit.MONEY),
        Map.entry("eur", Quantity.Unit.MONEY),
        Map.entry("gbp", Quantity.Unit.MONEY),
        Map.entry("chf", Quantity.Unit.MONEY),
        Map.entry("euro", Quantity.Unit.MONEY),
        Map.entry("euros", Quantity.Unit.MONEY),
        Map.entry("dollars", Quantity.Unit.MONEY));
  }

  private static Map<String, Integer> numbers() {
    return Map.ofEntries(
        Map.entry("one", 1),
        Map.entry("two", 2),
        Map.entry("three", 3),
        Map.entry("four", 4),
        Map.entry("five", 5),
        Map.entry("six", 6),
        Map.entry("seven", 7),
        Map.entry("eight", 8),
        Map.entry("nine", 9),
        Map.entry("ten", 10),
        Map.entry("twelve", 12),
        Map.entry("thirteen", 13),
        Map.entry("fourteen", 14),
        Map.entry("fifteen", 15),
        Map.entry("eighteen", 18),
        Map.entry("twenty", 20),
        Map.entry("thirty", 30),
        Map.entry("forty", 40),
        Map.entry("sixty", 60),
        Map.entry("ninety", 90),
        Map.entry("zwei", 2),
        Map.entry("drei", 3),
        Map.entry("vier", 4),
        Map.entry("sechs", 6),
        Map.entry("zwölf", 12),
        Map.entry("vierzehn", 14),
        Map.entry("dreißig", 30),
        Map.entry("deux", 2),
        Map.entry("trois", 3),
        Map.entry("quatre", 4),
        Map.entry("douze", 12),
        Map.entry("quatorze", 14),
        Map.entry("trente", 30));
  }
}
