package io.clausestream.it.faults;

import io.clausestream.it.LiveRun;
import io.clausestream.it.TestHistory;
import io.clausestream.schema.FetchedPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The histories that are fed, and what a run tells of them that nothing disturbs; made once. */
final class Undisturbed {

  /** Rounds of a history that outlasts all that is done to a cluster; the rest is fed at once. */
  static final int LONG = 200;

  /** Rounds of one for the short form of the suite. */
  static final int SHORT = 60;

  private static final int PLATFORMS = 3;
  private static final Map<Integer, Map<String, List<String>>> KNOWN = new HashMap<>();

  private Undisturbed() {}

  /** Pages of three platforms with two documents each, so many times. */
  static List<FetchedPage> pages(int rounds) {
    return TestHistory.captures(PLATFORMS, rounds);
  }

  /** What is told of them. */
  static synchronized Map<String, List<String>> outputs(int rounds) throws Exception {
    Map<String, List<String>> known = KNOWN.get(rounds);
    if (known == null) {
      known = run(rounds);
      KNOWN.put(rounds, known);
    }
    return known;
  }

  private static Map<String, List<String>> run(int rounds) throws Exception {
    Path folder = Files.createTempDirectory("undisturbed");
    return LiveRun.of(folder, pages(rounds), TestHistory.changes(PLATFORMS, rounds), Outputs::of);
  }
}
