package io.clausestream.it.faults;

import io.clausestream.it.LiveRun;
import io.clausestream.it.TestHistory;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
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

  /** Ends of a week within the {@link #LONG} history, each after a week with changes. */
  private static final int WEEKS = 7;

  private static final Map<Integer, Map<String, List<String>>> KNOWN = new HashMap<>();

  private Undisturbed() {}

  /** Pages of three platforms with two documents each, so many times. */
  static List<FetchedPage> pages(int rounds) {
    return TestHistory.captures(PLATFORMS, rounds);
  }

  /** The long history as a crawler sees it live: time passes by it, so that days and weeks end. */
  static List<FetchedPage> livePages() {
    List<FetchedPage> pages = pages(LONG);
    pages.forEach(page -> page.setOrigin(Origin.LIVE));
    return pages;
  }

  /** What is told of it, with digests and counts of days. */
  static Map<String, List<String>> liveOutputs() throws Exception {
    return run(livePages(), LONG, WEEKS);
  }

  /** What is told of them. */
  static synchronized Map<String, List<String>> outputs(int rounds) throws Exception {
    Map<String, List<String>> known = KNOWN.get(rounds);
    if (known == null) {
      known = run(pages(rounds), rounds, 0);
      KNOWN.put(rounds, known);
    }
    return known;
  }

  private static Map<String, List<String>> run(List<FetchedPage> pages, int rounds, int weeks)
      throws Exception {
    Path folder = Files.createTempDirectory("undisturbed");
    return LiveRun.of(folder, pages, TestHistory.changes(PLATFORMS, rounds), weeks, Outputs::of);
  }
}
