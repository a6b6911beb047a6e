package io.clausestream.core.change;

import com.google.re2j.Pattern;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.Hunk;
import java.util.Optional;

/** Lines that change by themselves: how long ago a page was updated, the year of a copyright. */
final class SelfChanging {

  private static final int LONGEST = 160;
  private static final int MOST_WORDS = 8;

  private static final Pattern AGE =
      Pattern.compile(
          "(?i)\\b("
              + "\\d+ (second|minute|hour|day|week|month|year)s? ago|an? (minute|hour|day|week|month|year) ago"
              + "|just now|yesterday|today|last (week|month|year)"
              + "|il y a (\\d+|une?) (seconde|minute|heure|jour|semaine|mois|an)s?|hier|aujourd'hui"
              + "|vor (\\d+|einem|einer) (sekunde|minute|stunde|tag|woche|monat|jahr)(en|n|e)?|gestern|heute"
              + "|hace (\\d+|una?) (segundo|minuto|hora|d[ií]a|semana|mes|año)(es|s)?|ayer|hoy"
              + ")\\W*$");

  private static final Pattern COPYRIGHT =
      Pattern.compile("(?i)^\\W*(©|\\(c\\)|copyright)|©\\W*((19|20)\\d\\d)|((19|20)\\d\\d)\\W*©");
  private static final Pattern YEARS =
      Pattern.compile("\\b(19|20)\\d\\d(\\s*[-–]\\s*(19|20)\\d\\d)?");

  private SelfChanging() {}

  /** Whether a hunk shows nothing but such a line, and nothing else in it differs. */
  static boolean explains(Hunk hunk) {
    Optional<String> before = hunk.before().map(SelfChanging::mask);
    Optional<String> after = hunk.after().map(SelfChanging::mask);
    return before.map(text -> !text.isEmpty()).orElse(true)
        && after.map(text -> !text.isEmpty()).orElse(true)
        && (before.isEmpty() || after.isEmpty() || before.equals(after));
  }

  /** A line with what changes by itself masked; empty if it is no such line. */
  private static String mask(Block block) {
    String text = block.text();
    if (text.length() > LONGEST || text.split(" ").length > MOST_WORDS) {
      return "";
    }
    if (AGE.matcher(text).find()) {
      return AGE.matcher(text).replaceAll("~");
    }
    return COPYRIGHT.matcher(text).find() ? YEARS.matcher(text).replaceAll("~") : "";
  }
}
