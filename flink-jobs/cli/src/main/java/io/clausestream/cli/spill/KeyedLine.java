package io.clausestream.cli.spill;

import java.time.Instant;

/**
 * A line with its place in the order: by key, then by itself, so that the order is total.
 *
 * @param key what it is sorted by, compared as characters
 * @param text the line, without its end; it may be several lines for people
 */
public record KeyedLine(String key, String text) implements Comparable<KeyedLine> {

  private static final char BEFORE_ALL_LETTERS = 1;

  /** Makes all instants positive, so that their digits sort. */
  private static final long EARLIEST = Long.MIN_VALUE / 4;

  /** A line in the order that replays promise: documentId, detectedAt, id. */
  public static KeyedLine of(String documentId, Instant detectedAt, String id, String text) {
    return new KeyedLine(key(documentId, digits(detectedAt), id), text);
  }

  /** A line in the order of time: detectedAt, documentId, id. */
  public static KeyedLine byTime(Instant detectedAt, String documentId, String id, String text) {
    return new KeyedLine(key(digits(detectedAt), documentId, id), text);
  }

  /** A key of parts, each of which sorts before the next. */
  public static String key(String... parts) {
    return String.join(String.valueOf(BEFORE_ALL_LETTERS), parts);
  }

  private static String digits(Instant instant) {
    return "%020d".formatted(instant.toEpochMilli() - EARLIEST);
  }

  @Override
  public int compareTo(KeyedLine other) {
    int byKey = key.compareTo(other.key);
    return byKey != 0 ? byKey : text.compareTo(other.text);
  }
}
