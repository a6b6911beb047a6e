package io.clausestream.cli.replay;

import java.time.Instant;

/**
 * A line with its place in the order: by key, then by itself, so that the order is total.
 *
 * @param key documentId, then detectedAt, then an id, compared as characters
 * @param text the line, without its end
 */
record KeyedLine(String key, String text) implements Comparable<KeyedLine> {

  private static final char BEFORE_ALL_LETTERS = 1;

  /** Makes all instants positive, so that their digits sort. */
  private static final long EARLIEST = Long.MIN_VALUE / 4;

  /** A line in the order that replays promise: documentId, detectedAt, id. */
  static KeyedLine of(String documentId, Instant detectedAt, String id, String text) {
    String instant = "%020d".formatted(detectedAt.toEpochMilli() - EARLIEST);
    return new KeyedLine(documentId + BEFORE_ALL_LETTERS + instant + BEFORE_ALL_LETTERS + id, text);
  }

  @Override
  public int compareTo(KeyedLine other) {
    int byKey = key.compareTo(other.key);
    return byKey != 0 ? byKey : text.compareTo(other.text);
  }
}
