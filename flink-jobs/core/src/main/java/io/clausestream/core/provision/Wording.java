package io.clausestream.core.provision;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a clause, for telling whether two say the same: in lower case, without punctuation,
 * without the number or label in front of a block and without the numbers of sections that it
 * refers to, so that a renumbered clause has the same words. Numbers that count stay.
 */
final class Wording {

  /** A number in front of a block is not longer than this, in UTF-16 units. */
  private static final int NUMBER_LENGTH = 32;

  private static final Pattern LABEL =
      Pattern.compile(
          "^[^\\pL\\pN(§]*(\\d{1,3}[.)]|[a-zA-Z][.)]|[ivxIVX]{1,5}[.)]|\\([a-zA-Z]{1,4}\\)"
              + "|\\(\\d{1,3}\\)|§+ ?\\d{1,3}[a-z]?[.:]?)\\s+");

  /** A number with points inside may be an amount, unless a capital letter follows. */
  private static final Pattern NESTED =
      Pattern.compile("^[^\\pL\\pN(§]*\\d{1,3}(\\.\\d{1,3}){1,5}[.)]?\\s+(\\p{Lu}\\pL*)");

  private static final Pattern HEADING_NUMBER =
      Pattern.compile(
          "^[^\\pL\\pN(§]*(?i:(section|article|clause|chapter|part|abschnitt|artikel|ziffer|kapitel"
              + "|teil|partie|chapitre) +)?(\\d{1,3}(\\.\\d{1,3}){0,5}|[IVX]{1,6})"
              + "([.:)–-]|\\s+-)?\\s+");

  /** Capitals after a number that make it an amount. */
  private static final Set<String> UNITS =
      Set.of("eur", "euro", "euros", "usd", "gbp", "chf", "prozent", "millionen", "milliarden");

  /** Words in front of the number of a part of the same text. */
  private static final Set<String> REFERENCES =
      Set.of(
          "section",
          "sections",
          "clause",
          "clauses",
          "paragraph",
          "paragraphs",
          "ziffer",
          "ziffern",
          "abschnitt",
          "abschnitte");

  /** From here on stand the scripts that are written without spaces. */
  private static final int FIRST_UNSPACED = 0x0E00;

  private static final int NO_NUMBER = Integer.MIN_VALUE;

  private final StringBuilder out = new StringBuilder();
  private final StringBuilder word = new StringBuilder();
  private boolean refers;
  private int numberEnd = NO_NUMBER;

  private Wording() {}

  /** The words of blocks, a space between two; the text itself when it has no words. */
  static String of(List<Block> blocks) {
    Wording wording = new Wording();
    for (Block block : blocks) {
      String text = block.text();
      wording.read(text, block.kind() == BlockKind.HEADING ? headingStart(text) : start(text));
    }
    return wording.out.isEmpty() ? blocks.get(0).text() : wording.out.toString();
  }

  /** The words of the headings above a clause, a slash between two. */
  static String ofPath(List<String> headings) {
    Wording wording = new Wording();
    for (String heading : headings) {
      wording.read(heading, headingStart(heading));
      wording.out.append(" /");
    }
    return wording.out.toString();
  }

  /** Where the words of a heading start, behind its number. */
  private static int headingStart(String text) {
    int start = start(text);
    Matcher matcher = HEADING_NUMBER.matcher(prefix(text));
    return start == 0 && matcher.find() ? matcher.end() : start;
  }

  private static int start(String text) {
    String prefix = prefix(text);
    Matcher label = LABEL.matcher(prefix);
    if (label.find()) {
      return label.end();
    }
    Matcher nested = NESTED.matcher(prefix);
    return nested.find() && !UNITS.contains(nested.group(2).toLowerCase(Locale.ROOT))
        ? nested.start(2)
        : 0;
  }

  private static String prefix(String text) {
    return text.substring(0, Math.min(text.length(), NUMBER_LENGTH));
  }

  private void read(String text, int from) {
    refers = false;
    numberEnd = NO_NUMBER;
    int at = from;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (!Character.isLetterOrDigit(point)) {
        endWord(text, at);
      } else if (isUnspaced(point)) {
        endWord(text, at);
        word.appendCodePoint(point);
        endWord(text, next);
      } else {
        word.appendCodePoint(Character.toLowerCase(point));
      }
      at = next;
    }
    endWord(text, at);
  }

  private void endWord(String text, int end) {
    if (word.isEmpty()) {
      return;
    }
    String found = word.toString();
    word.setLength(0);
    if (isReference(text, found, end)) {
      refers = false;
      numberEnd = end;
      return;
    }
    refers = REFERENCES.contains(found);
    out.append(out.isEmpty() ? "" : " ").append(found);
  }

  /** Whether a word is the number of a section, or goes on with one behind a point. */
  private boolean isReference(String text, String found, int end) {
    int start = end - found.length();
    boolean goesOn = start == numberEnd + 1 && text.charAt(numberEnd) == '.';
    return (refers || goesOn) && found.length() <= 3 && found.chars().allMatch(Character::isDigit);
  }

  private static boolean isUnspaced(int point) {
    if (point < FIRST_UNSPACED) {
      return false;
    }
    return switch (UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
