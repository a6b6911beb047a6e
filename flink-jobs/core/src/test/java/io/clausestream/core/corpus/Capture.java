package io.clausestream.core.corpus;

import io.clausestream.core.SamplePages;
import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.page.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A capture of a case.
 *
 * @param hours when it was fetched, in hours after the case begins
 * @param document the document that it was fetched for
 * @param options what the answer said beside the body: status, type, outcome, include
 * @param expected what the engine says of it, in the order in which it says it
 * @param tells what stands in the blocks that are told
 * @param html the body
 */
record Capture(
    int hours,
    String document,
    Map<String, String> options,
    List<String> expected,
    List<String> tells,
    String html) {

  private static final String PLATFORM = "Lanternfold";

  Instant at() {
    return SamplePages.MONDAY.plus(Duration.ofHours(hours));
  }

  FetchedPage page() {
    FetchOutcome outcome = FetchOutcome.valueOf(options.getOrDefault("outcome", "OK"));
    int status =
        Integer.parseInt(
            options.getOrDefault("status", outcome == FetchOutcome.NOT_MODIFIED ? "304" : "200"));
    return new FetchedPage(
        ref(),
        outcome,
        OptionalInt.of(status),
        html.getBytes(StandardCharsets.UTF_8),
        new Declaration(Optional.ofNullable(options.get("include")).stream().toList(), List.of()));
  }

  private PageRef ref() {
    return new PageRef(
        Sha256.hex(document + at()).substring(0, 32),
        PLATFORM + "/" + document,
        PLATFORM,
        document,
        URI.create("https://lanternfold.example/legal"),
        at(),
        Optional.of(options.getOrDefault("type", "text/html")),
        Origin.LIVE);
  }

  /** How a finding on this capture is keyed. */
  String key() {
    return PLATFORM + "/" + document + " " + at();
  }

  @Override
  public String toString() {
    return hours + " " + document;
  }
}
