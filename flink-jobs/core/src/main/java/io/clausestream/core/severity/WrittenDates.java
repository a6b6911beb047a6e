package io.clausestream.core.severity;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads dates as people write them in English, German and French. A date in figures alone whose day
 * and month could change places is not read.
 */
final class WrittenDates {

  private static final String MONTH = "(\\p{L}{3,9})\\.?";
  private static final Pattern DATE =
      Pattern.compile(
          "(?i)\\b(?:"
              + MONTH
              + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})"
              + "|(\\d{1,2})(?:st|nd|rd|th|er|\\.)? (?:of )?"
              + MONTH
              + ",? (\\d{4})"
              + "|(\\d{4})-(\\d{2})-(\\d{2})"
              + "|(\\d{1,2})[./] ?(\\d{1,2})[./] ?(\\d{4}))\\b");

  /** The first three letters of each month in the three languages, without accents. */
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("jan"),
          List.of("feb", "fév", "fev"),
          List.of("mar", "mär"),
          List.of("apr", "avr"),
          List.of("may", "mai"),
          List.of("jun", "juin"),
          List.of("jul", "juil"),
          List.of("aug", "aoû", "aou"),
          List.of("sep"),
          List.of("oct", "okt"),
          List.of("nov"),
          List.of("dec", "dez", "déc"));

  private static final int LAST_MONTH = 12;

  /** How many figures a year has. */
  private static final int YEAR = 4;

  private WrittenDates() {}

  /** The first date of a text. */
  static Optional<LocalDate> first(String text) {
    if (!namesYear(text)) {
      return Optional.empty();
    }
    Matcher matcher = DATE.matcher(text);
    while (matcher.find()) {
      Optional<LocalDate> date = date(matcher);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  /** Whether it holds four figures in a row, without which it has no date: most texts have none. */
  private static boolean namesYear(String text) {
    int figures = 0;
    for (int i = 0; i < text.length() && figures < YEAR; i++) {
      figures = Character.isDigit(text.charAt(i)) ? figures + 1 : 0;
    }
    return figures == YEAR;
  }

  private static Optional<LocalDate> date(Matcher matcher) {
    if (matcher.group(1) != null) {
      return named(matcher.group(3), matcher.group(1), matcher.group(2));
    }
    if (matcher.group(4) != null) {
      return named(matcher.group(6), matcher.group(5), matcher.group(4));
    }
    if (matcher.group(7) != null) {
      return of(number(matcher.group(7)), number(matcher.group(8)), number(matcher.group(9)));
    }
    return figures(number(matcher.group(10)), number(matcher.group(11)), number(matcher.group(12)));
  }

  private static Optional<LocalDate> figures(int one, int two, int year) {
    if (one > LAST_MONTH || one == two) {
      return of(year, two, one);
    }
    return two > LAST_MONTH ? of(year, one, two) : Optional.empty();
  }

  private static Optional<LocalDate> named(String year, String month, String day) {
    String name = month.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).stream().anyMatch(name::startsWith)) {
        return of(number(year), i + 1, number(day));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> of(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      // The 31st of February is no date.
      return Optional.empty();
    }
  }

  private static int number(String figures) {
    return Integer.parseInt(figures);
  }
}
