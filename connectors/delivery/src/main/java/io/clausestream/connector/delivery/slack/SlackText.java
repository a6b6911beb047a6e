package io.clausestream.connector.delivery.slack;

/** Escapes text for Slack, whose markup begins with {@code <} or {@code &}. */
final class SlackText {

  private static final String ELLIPSIS = "…";

  private SlackText() {}

  /** The text so that nothing in it is a link, a mention or an entity. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * The escaped text, cut so that it has at most so many characters when escaped.
   *
   * @param most at least 1
   */
  static String escaped(String text, int most) {
    if (escaped(text).length() <= most) {
      return escaped(text);
    }
    StringBuilder cut = new StringBuilder();
    int[] codePoints = text.codePoints().toArray();
    for (int codePoint : codePoints) {
      String next = escaped(Character.toString(codePoint));
      if (cut.length() + next.length() + ELLIPSIS.length() > most) {
        break;
      }
      cut.append(next);
    }
    return cut + ELLIPSIS;
  }
}
