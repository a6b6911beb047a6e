package io.clausestream.core.diff;

/**
 * How much two texts have in common at both ends, in whole words.
 *
 * @param head length of the common beginning in UTF-16 units
 * @param tail length of the common end behind it in UTF-16 units
 */
record Ends(int head, int tail) {

  static Ends of(String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int head = 0;
    while (head < shorter && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    while (!isBoundary(before, head, after, head)) {
      head--;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    while (!isBoundary(before, before.length() - tail, after, after.length() - tail)) {
      tail--;
    }
    return new Ends(head, tail);
  }

  private static boolean isBoundary(String before, int inBefore, String after, int inAfter) {
    return Word.isBoundary(before, inBefore) && Word.isBoundary(after, inAfter);
  }
}
