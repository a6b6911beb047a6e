package io.clausestream.pipeline.wire;

/**
 * When a subscriber's weeks end, on its way to the operator that cuts them: flat, so that Flink
 * serialises it without a fallback.
 *
 * @param subscriberId id of the subscriber; the stream is keyed by it
 * @param forgotten whether the subscriber was forgotten; if so, the rest says nothing
 * @param from from when on, epoch milliseconds
 * @param wanted whether the digest is told
 * @param zone id of the time zone
 * @param day day of the week on which a week ends
 * @param hour hour of that day
 */
public record DigestTerms(
    String subscriberId,
    boolean forgotten,
    long from,
    boolean wanted,
    String zone,
    String day,
    int hour) {

  /** The subscriber was forgotten. */
  public static DigestTerms forgotten(String subscriberId) {
    return new DigestTerms(subscriberId, true, 0, false, "UTC", "MONDAY", 0);
  }
}
