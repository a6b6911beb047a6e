package io.clausestream.pipeline.wire;

import java.util.List;

/**
 * What the stateless stages make of the content of a fetch: the same for equal bytes, whoever
 * fetched them, when, and for which document.
 *
 * @param page title, links and blocks, packed
 * @param textSha256 SHA-256 of the canonical text
 * @param linksSha256 SHA-256 of the link targets
 * @param declarationSha256 SHA-256 of the declared selectors; empty when none were declared
 * @param evidence what speaks against the capture: code and detail in turn
 * @param canonicalVersion version of the canonical text rules
 * @param previous the blocks under the rules of the release before, packed; empty when they were
 *     not made
 */
@SuppressWarnings("ArrayRecordComponent")
public record CanonicalContent(
    byte[] page,
    String textSha256,
    String linksSha256,
    String declarationSha256,
    List<String> evidence,
    int canonicalVersion,
    byte[] previous) {

  private static final int OBJECTS = 512;

  /** Copies the list. */
  public CanonicalContent {
    evidence = List.copyOf(evidence);
  }

  /** About how many bytes it takes in memory. */
  public int size() {
    return OBJECTS
        + page.length
        + previous.length
        + evidence.stream().mapToInt(String::length).sum();
  }
}
