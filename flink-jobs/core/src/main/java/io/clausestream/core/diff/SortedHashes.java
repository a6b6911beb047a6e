package io.clausestream.core.diff;

import java.util.Arrays;

/** Hashes in ascending order: two such lists are compared in one pass over both. */
final class SortedHashes {

  private final long[] hashes;

  private SortedHashes(long[] hashes) {
    this.hashes = hashes;
  }

  /** The first of some hashes, each as often as it is there. */
  static SortedHashes of(long[] hashes, int count) {
    long[] sorted = Arrays.copyOf(hashes, count);
    Arrays.sort(sorted);
    return new SortedHashes(sorted);
  }

  /** Each hash once. */
  SortedHashes distinct() {
    long[] once = new long[hashes.length];
    int count = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        once[count++] = hashes[i];
      }
    }
    return new SortedHashes(Arrays.copyOf(once, count));
  }

  int size() {
    return hashes.length;
  }

  /** How many hashes both hold, each as often as both hold it. */
  int common(SortedHashes other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < hashes.length && j < other.hashes.length) {
      int order = Long.compare(hashes[i], other.hashes[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }
}
