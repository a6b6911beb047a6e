package io.clausestream.pipeline.wire;

/**
 * What a document's reading or change means for one category, on its way to the operator that
 * counts across platforms: flat, so that Flink serialises it without a fallback.
 *
 * @param category id of the category; the stream is keyed by it
 * @param platform name of the platform
 * @param at when it was sure, in the time of the fetches, epoch milliseconds
 * @param documents 1 if one more document holds the category, -1 if one less, 0 otherwise
 * @param direction ADVERSE or PROTECTIVE for a move; empty for a reading
 * @param changeId the change of a move; empty for a reading
 */
public record CategoryNews(
    String category, String platform, long at, int documents, String direction, String changeId) {

  /** Whether it is a move, and no reading. */
  public boolean isMove() {
    return !direction.isEmpty();
  }
}
