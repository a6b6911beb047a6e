package io.clausestream.core.change;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How a line ends and in which script it is written: what tells a sentence from a label. */
final class LineEnds {

  /** Ends of sentences, clauses and questions; of scripts that have their own too. */
  private static final String ENDS = ".!?;:…。！？；：．｡؟۔؛।॥";

  /** What may close behind the end of a sentence. */
  private static final String CLOSING = "\"'”’»›)]}」』）】〉》〕";

  /** Scripts that set no spaces between words, so that a line of one word may be a sentence. */
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private LineEnds() {}

  /** Whether a text ends as a sentence does, quotes and brackets behind the end aside. */
  static boolean ends(String text) {
    int last = text.length() - 1;
    while (last > 0
        && (CLOSING.indexOf(text.charAt(last)) >= 0 || Character.isWhitespace(text.charAt(last)))) {
      last--;
    }
    return last >= 0 && ENDS.indexOf(text.charAt(last)) >= 0;
  }

  /** Whether some of a text is of a script whose words cannot be counted by spaces. */
  static boolean hasNoSpaces(String text) {
    return text.codePoints()
        .anyMatch(
            point ->
                Character.isIdeographic(point) || WITHOUT_SPACES.contains(UnicodeScript.of(point)));
  }
}
