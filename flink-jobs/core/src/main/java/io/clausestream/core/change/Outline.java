package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a page showed last, as its siblings see it: which blocks stand on it, and how long they are.
 * Bounded by {@link #MAX_BLOCKS}.
 *
 * @param text SHA-256 of the canonical text
 * @param blocks its blocks, in order
 */
public record Outline(String text, List<Entry> blocks) {

  /** Most blocks that are kept of one page; the first and the last, where furniture stands. */
  public static final int MAX_BLOCKS = 2_048;

  /**
   * A block.
   *
   * @param hash 64-bit hash of its text
   * @param length length of its text in UTF-16 units
   */
  public record Entry(long hash, int length) {}

  /** Copies the list. */
  public Outline {
    blocks = List.copyOf(blocks);
  }

  /** The outline of a text. */
  static Outline of(String text, List<Block> blocks) {
    List<Entry> entries = new ArrayList<>(Math.min(blocks.size(), MAX_BLOCKS));
    int half = MAX_BLOCKS / 2;
    for (int i = 0; i < blocks.size(); i++) {
      if (i < half || i >= blocks.size() - half) {
        String line = blocks.get(i).text();
        entries.add(new Entry(Fingerprint.hash64(line), line.length()));
      }
    }
    return new Outline(text, entries);
  }

  /** The hashes of the blocks. */
  Set<Long> hashes() {
    Set<Long> hashes = new HashSet<>();
    blocks.forEach(entry -> hashes.add(entry.hash()));
    return hashes;
  }

  /** Those of some hashes that are hashes of its blocks. */
  Set<Long> commonWith(Set<Long> others) {
    Set<Long> common = new HashSet<>();
    for (Entry entry : blocks) {
      if (others.contains(entry.hash())) {
        common.add(entry.hash());
      }
    }
    return common;
  }

  /** Length of the blocks that stand on another page too, as a share of all. */
  double shareIn(Set<Long> others) {
    long all = 0;
    long common = 0;
    for (Entry entry : blocks) {
      all += entry.length();
      common += others.contains(entry.hash()) ? entry.length() : 0;
    }
    return all == 0 ? 0 : (double) common / all;
  }
}
