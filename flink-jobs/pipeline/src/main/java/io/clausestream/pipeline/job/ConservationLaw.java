package io.clausestream.pipeline.job;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Every fetch that was read ends in exactly one verdict, or waits.
 *
 * @param fetchesRead how many were read
 * @param counts how many have each verdict
 */
public record ConservationLaw(long fetchesRead, Map<FetchVerdict, Long> counts) {

  private static final String LINE = "%-16s %,12d%n";

  /** Copies the map. */
  public ConservationLaw {
    Map<FetchVerdict, Long> all = new EnumMap<>(FetchVerdict.class);
    for (FetchVerdict verdict : FetchVerdict.values()) {
      all.put(verdict, counts.getOrDefault(verdict, 0L));
    }
    counts = Map.copyOf(all);
  }

  /** How many have this verdict. */
  public long count(FetchVerdict verdict) {
    return counts.getOrDefault(verdict, 0L);
  }

  /** How many have any verdict. */
  public long accountedFor() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether no fetch was lost and none was told twice. */
  public boolean holds() {
    return accountedFor() == fetchesRead;
  }

  /** A table for people, one verdict a line, the sum and whether the law holds at the end. */
  public String toTable() {
    StringBuilder table = new StringBuilder();
    for (FetchVerdict verdict : FetchVerdict.values()) {
      table.append(line(verdict.label(), count(verdict)));
    }
    table.append(line("accounted for", accountedFor())).append(line("fetches read", fetchesRead));
    long missing = fetchesRead - accountedFor();
    return table
        .append(holds() ? "The conservation law holds." : broken(missing))
        .append(System.lineSeparator())
        .toString();
  }

  private static String line(String label, long count) {
    return String.format(Locale.ROOT, LINE, label, count);
  }

  private static String broken(long missing) {
    return missing > 0
        ? "The conservation law is BROKEN: " + missing + " fetches have no verdict."
        : "The conservation law is BROKEN: " + -missing + " verdicts are too many.";
  }
}
