package io.clausestream.connector.history;

/**
 * How far a filtered reading has come.
 *
 * @param read number of captures that were read
 * @param lastFetchedAtMillis fetchedAt of the last of them; tells whether the archive is still the
 *     same; without meaning when none was read
 */
public record CapturePosition(long read, long lastFetchedAtMillis) {

  /** Before the first capture. */
  public static final CapturePosition START = new CapturePosition(0, 0);

  /** The position after one more capture. */
  public CapturePosition after(long fetchedAtMillis) {
    return new CapturePosition(read + 1, fetchedAtMillis);
  }
}
