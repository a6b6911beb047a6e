package io.clausestream.core.change;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a block says, without what an editor changes: the spelling of words where a language knows
 * two, singular or plural, the number in front of a clause and in references within the document,
 * the address of a link, and, in a row of a table, the order of words. All other words count, for
 * one can turn a clause around.
 */
final class Editorial {

  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(https?://|www\\.)\\S+");
  private static final Pattern NUMBERING =
      Pattern.compile(
          "^\\W*(\\d{1,2}[.)]|\\d{1,2}(\\.\\d{1,2}){1,3}[.)]?|[a-zA-Z][.)]|[ivxIVX]{1,5}[.)]"
              + "|\\([a-zA-Z]{1,4}\\)|\\(\\d{1,2}\\)|§+ ?\\d{1,3}) +(\\p{L}+)");
  private static final Set<String> UNITS =
      Set.of(
          "eur",
          "euro",
          "euros",
          "usd",
          "gbp",
          "chf",
          "dollar",
          "dollars",
          "pounds",
          "percent",
          "prozent",
          "million",
          "billion",
          "millionen",
          "millions");

  /** Not "article" or "chapter": those cite laws. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)\\b(sections?|clauses?|paragraphs?|ziffern?) \\(?([A-Z]\\.)?\\d{1,2}(\\.\\d{1,2})*\\)?(\\b|$)");

  /** What makes the number before it a period, a share or an amount. */
  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?i)^[ -]?(%|€|\\$|£|percent|per cent|euros?\\b|dollars?\\b|pounds?\\b"
              + "|(business |calendar |working )?(minute|hour|day|week|month|year)s?\\b"
              + "|jours?\\b|semaines?\\b|mois\\b|ans?\\b|années?\\b|heures?\\b|minuten?\\b"
              + "|stunden?\\b|tage?n?\\b|wochen?\\b|monate?n?\\b|jahre?n?\\b|prozent\\b)");

  private static final int LONGEST_UNIT = 20;

  /** What a link of Markdown that was not made one shows behind its name. */
  private static final Pattern MARKDOWN =
      Pattern.compile("(\\])(?:\\[[\\w -]+\\]|\\((?:https?:/)?/[^\\s)]*\\))");

  private static final Pattern LINK_SOURCE = Pattern.compile("\\[[^\\]]+\\]: ?\\S+");

  /** Endings and sounds that a language writes in two ways; the second is kept. */
  private static final String[][] SPELLINGS = {
    {"isation", "ization"},
    {"ising", "izing"},
    {"ised", "ized"},
    {"ises", "izes"},
    {"ise", "ize"},
    {"yse", "yze"},
    {"our", "or"},
    {"tre", "ter"},
    {"ence", "ense"},
    {"ice", "ise"},
    {"programme", "program"},
    {"ß", "ss"}
  };

  private static final int SHORTEST = 5;

  private Editorial() {}

  /** Whether a block is the source of a link of Markdown that stands by itself. */
  static boolean isLinkSource(Block block) {
    return LINK_SOURCE.matcher(block.text()).matches();
  }

  /** Two blocks with the same key say the same. */
  static String key(Block block) {
    List<String> words = words(block.text());
    if (block.kind() == BlockKind.TABLE_ROW) {
      Collections.sort(words);
    }
    return String.join(" ", words);
  }

  private static List<String> words(String text) {
    String masked = masked(text);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= masked.length(); i++) {
      boolean letter = i < masked.length() && Character.isLetterOrDigit(masked.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.add(spelling(masked.substring(start, i).toLowerCase(Locale.ROOT)));
        start = -1;
      }
    }
    return words;
  }

  /** Each pattern is sought only where what it cannot do without stands: most texts have none. */
  private static String masked(String text) {
    String plain = text.indexOf(']') < 0 ? text : MARKDOWN.matcher(text).replaceAll("$1");
    String named = hasAddress(plain) ? ADDRESS.matcher(plain).replaceAll(" ") : plain;
    String unnumbered = unnumbered(named);
    boolean figures = unnumbered.chars().anyMatch(c -> c >= '0' && c <= '9');
    return figures ? withoutReferences(unnumbered) : unnumbered;
  }

  /** References without their numbers; "in this section 30 days" is none. */
  private static String withoutReferences(String text) {
    Matcher reference = REFERENCE.matcher(text);
    StringBuilder masked = new StringBuilder();
    int kept = 0;
    while (reference.find()) {
      if (!QUANTITY.matcher(text.substring(reference.end(), lookAhead(text, reference))).find()) {
        masked.append(text, kept, reference.start()).append('§');
        kept = reference.end();
      }
    }
    return masked.append(text, kept, text.length()).toString();
  }

  private static int lookAhead(String text, Matcher reference) {
    return Math.min(text.length(), reference.end() + LONGEST_UNIT);
  }

  private static boolean hasAddress(String text) {
    for (int point = text.indexOf('.'); point >= 0; point = text.indexOf('.', point + 1)) {
      if (point >= 3 && text.regionMatches(true, point - 3, "www", 0, 3)) {
        return true;
      }
    }
    return text.contains("://");
  }

  /** A text without the number in front of it; an amount is no such number. */
  static String unnumbered(String text) {
    Matcher matcher = NUMBERING.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    String next = matcher.group(3);
    boolean amount = UNITS.contains(next.toLowerCase(Locale.ROOT));
    boolean plain = Character.isDigit(matcher.group(1).charAt(matcher.group(1).length() - 1));
    return amount || plain && Character.isLowerCase(next.charAt(0))
        ? text
        : text.substring(matcher.start(3));
  }

  private static String spelling(String word) {
    if (word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) {
      return word;
    }
    String spelt = word;
    for (String[] pair : SPELLINGS) {
      spelt = spelt.replace(pair[0], pair[1]);
    }
    spelt = spelt.replace("ll", "l");
    return spelt.endsWith("s") && !spelt.endsWith("ss")
        ? spelt.substring(0, spelt.length() - 1)
        : spelt;
  }
}
