package io.clausestream.core.change;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether two wordings say the same: they differ in spelling, in the order of words, in the number
 * of a clause or in the address of a link. Short words are never spelling: "may" and "must" differ.
 */
final class Editorial {

  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(https?://|www\\.)\\S+");
  private static final Pattern NUMBERING =
      Pattern.compile(
          "^\\W*((\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\\(\\w{1,4}\\)|§+ ?\\d+)((\\d{1,3}|[a-z])[.)]?)*\\s+");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)\\b(sections?|clauses?|articles?|paragraphs?|chapters?|abschnitte?n?|ziffern?|kapitel|§+)"
              + " ?\\(?[\\divx]{1,5}(\\.\\d+)*[a-z]?\\)?");

  /** Words of fewer letters are other words when one letter differs. */
  private static final int SHORTEST = 5;

  private static final int LONG = 8;

  /** Longer ones are no words. */
  private static final int LONGEST = 40;

  /** A text with more misspelt words than this was reworded. */
  private static final int MOST = 6;

  private Editorial() {}

  /** Whether two texts of a block say the same. */
  static boolean isSame(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    return old.equals(now) || isReordered(old, now) || isRespelt(old, now);
  }

  private static List<String> words(String text) {
    String masked = ADDRESS.matcher(text).replaceAll(" ");
    masked = NUMBERING.matcher(masked).replaceFirst("");
    masked = REFERENCE.matcher(masked).replaceAll("§");
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= masked.length(); i++) {
      boolean letter = i < masked.length() && Character.isLetterOrDigit(masked.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.add(masked.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
    return words;
  }

  private static boolean isReordered(List<String> old, List<String> now) {
    return old.size() == now.size()
        && old.size() > 1
        && old.stream().sorted().toList().equals(now.stream().sorted().toList());
  }

  private static boolean isRespelt(List<String> old, List<String> now) {
    if (old.size() != now.size()) {
      return false;
    }
    int differ = 0;
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).equals(now.get(i))) {
        if (++differ > MOST || !isSpelling(old.get(i), now.get(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether two words are spellings of one: few letters differ, and not the first two. */
  private static boolean isSpelling(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    return shorter >= SHORTEST
        && one.regionMatches(0, other, 0, 2)
        && one.chars().allMatch(Character::isLetter)
        && other.chars().allMatch(Character::isLetter)
        && Math.max(one.length(), other.length()) < LONGEST
        && distance(one, other) <= (shorter >= LONG ? 2 : 1);
  }

  /** Letters to change, add, drop or swap with the next (Damerau, optimal string alignment). */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, other, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int step(int[][] cost, String one, String other, int i, int j) {
    int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
