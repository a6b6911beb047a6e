package io.clausestream.core.noise;

import java.util.List;

/**
 * What was told of a site.
 *
 * @param site the site
 * @param siblings whether three other documents of it were captured, too
 * @param falseAlarms alerts that are neither of the edits, or tell one again
 * @param missed edits that were not told within a day of the first page that shows them
 * @param mixed alerts that tell an edit and other blocks with it
 * @param log what was suppressed
 */
record Outcome(
    Site site,
    boolean siblings,
    List<String> falseAlarms,
    List<Integer> missed,
    int mixed,
    List<String> log) {}
