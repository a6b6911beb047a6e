package io.clausestream.core.digest;

import io.clausestream.core.severity.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What of a week is listed: the most severe first, then in the order of time.
 *
 * @param listed what is listed
 * @param omitted how many are not, to keep the record within its size
 */
public record DigestCut(List<Item> listed, int omitted) {

  /** Most changes of a digest. */
  public static final int MOST = 500;

  /** Most bytes of all of them. */
  public static final int MOST_BYTES = 3 << 20;

  private static final Comparator<Item> MOST_SEVERE_FIRST =
      Comparator.comparing(Item::severity)
          .reversed()
          .thenComparing(Item::detectedAt)
          .thenComparing(Item::changeId);

  /** Copies the list. */
  public DigestCut {
    listed = List.copyOf(listed);
  }

  /**
   * A change of the week.
   *
   * @param changeId id of the change
   * @param severity its severity
   * @param detectedAt when it was sure
   * @param bytes what it takes in the record
   */
  public record Item(String changeId, Severity severity, Instant detectedAt, int bytes) {}

  /** Lists as many of a week's changes as a digest takes. */
  public static DigestCut of(List<Item> week) {
    List<Item> ordered = week.stream().sorted(MOST_SEVERE_FIRST).toList();
    int count = 0;
    long bytes = 0;
    for (Item item : ordered) {
      bytes += item.bytes();
      if (count == MOST || bytes > MOST_BYTES) {
        break;
      }
      count++;
    }
    return new DigestCut(ordered.subList(0, count), ordered.size() - count);
  }
}
