package io.clausestream.core.provision;

/** Tells a sentence from a fragment by how it ends, in any script. */
final class Sentences {

  private static final String ENDS = ".!?。！？؟।…";
  private static final String CLOSERS = "\"'”’»)]】」";

  private Sentences() {}

  /** Whether a text ends as a sentence does. */
  static boolean ends(String text) {
    int last = text.length() - 1;
    while (last > 0 && CLOSERS.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && ENDS.indexOf(text.charAt(last)) >= 0;
  }
}
