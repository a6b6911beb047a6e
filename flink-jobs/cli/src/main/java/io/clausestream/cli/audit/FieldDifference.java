package io.clausestream.cli.audit;

/**
 * A field that is not as it was recorded.
 *
 * @param field its path, like {@code severity} or {@code blocks[0].after}
 * @param recorded its value as JSON; {@code absent} when it has none
 * @param replayed its value as JSON; {@code absent} when it has none
 */
record FieldDifference(String field, String recorded, String replayed) {

  private static final int WIDEST = 76;
  private static final int CONTEXT = 24;

  /** The recorded value, cut to where it differs. */
  String excerptOfRecorded() {
    return excerpt(recorded);
  }

  /** The replayed value, cut to where it differs. */
  String excerptOfReplayed() {
    return excerpt(replayed);
  }

  private String excerpt(String value) {
    if (value.length() <= WIDEST) {
      return value;
    }
    int start = Math.max(0, Math.min(firstDifference() - CONTEXT, value.length() - WIDEST));
    int end = Math.min(value.length(), start + WIDEST);
    return (start > 0 ? "…" : "") + value.substring(start, end) + (end < value.length() ? "…" : "");
  }

  private int firstDifference() {
    int at = 0;
    int most = Math.min(recorded.length(), replayed.length());
    while (at < most && recorded.charAt(at) == replayed.charAt(at)) {
      at++;
    }
    return at;
  }
}
