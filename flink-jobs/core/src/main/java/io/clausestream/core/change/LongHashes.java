package io.clausestream.core.change;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;

/**
 * A set of 64-bit hashes that are looked up without an object for each: a platform has 64 siblings
 * of some thousand blocks. Immutable.
 */
final class LongHashes extends AbstractSet<Long> {

  private final long[] slots;
  private final long[] values;
  private final boolean zero;

  private LongHashes(long[] hashes) {
    slots = new long[Integer.highestOneBit(Math.max(1, hashes.length)) << 2];
    long[] distinct = new long[hashes.length];
    int count = 0;
    boolean zeroToo = false;
    for (long hash : hashes) {
      int slot = slot(hash);
      boolean known = hash == 0 ? zeroToo : slots[slot] == hash;
      zeroToo |= hash == 0;
      if (!known) {
        slots[slot] = hash;
        distinct[count++] = hash;
      }
    }
    zero = zeroToo;
    values = Arrays.copyOf(distinct, count);
  }

  /** The hashes of a list, each once. */
  static LongHashes of(long[] hashes) {
    return new LongHashes(hashes);
  }

  /** Where a hash stands, or the free slot where it would; slots are at least half free. */
  private int slot(long hash) {
    int slot = (int) (hash ^ hash >>> 32) & slots.length - 1;
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  boolean has(long hash) {
    return hash == 0 ? zero : slots[slot(hash)] == hash;
  }

  @Override
  public boolean contains(Object hash) {
    return hash instanceof Long value && has(value);
  }

  @Override
  public Iterator<Long> iterator() {
    return Arrays.stream(values).iterator();
  }

  @Override
  public int size() {
    return values.length;
  }
}
