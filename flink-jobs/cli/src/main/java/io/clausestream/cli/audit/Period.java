package io.clausestream.cli.audit;

import java.time.Instant;
import java.util.Set;

/**
 * What a comparison is about.
 *
 * @param since first detectedAt that counts
 * @param until last detectedAt that counts
 * @param platforms the platforms that count; empty for all
 */
public record Period(Instant since, Instant until, Set<String> platforms) {

  boolean holds(ChangeLine change) {
    return !change.detectedAt().isBefore(since)
        && !change.detectedAt().isAfter(until)
        && (platforms.isEmpty() || platforms.contains(change.platform()));
  }

  String sentence() {
    String from = since.equals(Instant.MIN) ? "the begin" : since.toString();
    String of = platforms.isEmpty() ? "" : ", of " + String.join(", ", platforms);
    return "detected from " + from + " to " + until + of;
  }
}
