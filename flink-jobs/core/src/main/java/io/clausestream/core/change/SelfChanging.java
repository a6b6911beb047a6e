package io.clausestream.core.change;

import com.google.re2j.Pattern;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.Hunk;

/** Lines that change by themselves: how long ago a page was updated, the year of a copyright. */
final class SelfChanging {

  private static final int LONGEST = 160;

  private static final Pattern AGE =
      Pattern.compile(
          "(?i)^[^.!?]*\\b("
              + "\\d+ (second|minute|hour|day|week|month|year)s? ago|an? (minute|hour|day|week|month|year) ago"
              + "|just now|yesterday|today|last (week|month|year)"
              + "|il y a (\\d+|une?) (seconde|minute|heure|jour|semaine|mois|an)s?|hier|aujourd'hui"
              + "|vor (\\d+|einem|einer) (sekunde|minute|stunde|tag|woche|monat|jahr)(en|n|e)?|gestern|heute"
              + "|hace (\\d+|una?) (segundo|minuto|hora|d[ií]a|semana|mes|año)(es|s)?|ayer|hoy"
              + ")\\W*$");

  private static final Pattern COPYRIGHT = Pattern.compile("(?i)©|\\(c\\) ?\\d{4}|\\bcopyright\\b");
  private static final Pattern YEAR = Pattern.compile("\\b(19|20)\\d\\d\\b");

  private SelfChanging() {}

  /** Whether a hunk shows nothing but such lines. */
  static boolean explains(Hunk hunk) {
    return hunk.before().map(SelfChanging::isLine).orElse(true)
        && hunk.after().map(SelfChanging::isLine).orElse(true);
  }

  private static boolean isLine(Block block) {
    String text = block.text();
    return text.length() < LONGEST
        && (AGE.matcher(text).find()
            || COPYRIGHT.matcher(text).find() && YEAR.matcher(text).find());
  }
}
