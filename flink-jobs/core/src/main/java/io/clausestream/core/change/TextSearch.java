package io.clausestream.core.change;

/**
 * Whether a text stands in another, in time linear in both (Knuth, Morris and Pratt): pages may be
 * made so that a plain search takes the product.
 */
final class TextSearch {

  private TextSearch() {}

  /** Whether a text contains a part; each contains the empty one. */
  static boolean contains(String text, String part) {
    if (part.isEmpty()) {
      return true;
    }
    int[] borders = borders(part);
    int matched = 0;
    for (int i = 0; i < text.length(); i++) {
      matched = extend(part, borders, matched, text.charAt(i));
      if (matched == part.length()) {
        return true;
      }
    }
    return false;
  }

  /** For each prefix the length of the longest shorter prefix that it ends with. */
  private static int[] borders(String part) {
    int[] borders = new int[part.length()];
    for (int i = 1; i < part.length(); i++) {
      borders[i] = extend(part, borders, borders[i - 1], part.charAt(i));
    }
    return borders;
  }

  private static int extend(String part, int[] borders, int matched, char next) {
    int length = matched;
    while (length > 0 && part.charAt(length) != next) {
      length = borders[length - 1];
    }
    return part.charAt(length) == next ? length + 1 : 0;
  }
}
