package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a page showed last, as its siblings see it: which blocks stand on it, and how long they are.
 * Bounded by {@link #MAX_BLOCKS}. Kept in arrays, as a page is compared with many. Immutable.
 */
public final class Outline {

  /** Most blocks that are kept of one page; the first and the last, where furniture stands. */
  public static final int MAX_BLOCKS = 2_048;

  private final String text;
  private final long[] hashes;
  private final int[] lengths;

  /**
   * A block.
   *
   * @param hash 64-bit hash of its text
   * @param length length of its text in UTF-16 units
   */
  public record Entry(long hash, int length) {}

  private Outline(String text, long[] hashes, int[] lengths) {
    this.text = text;
    this.hashes = hashes;
    this.lengths = lengths;
  }

  /**
   * An outline of known blocks.
   *
   * @param text SHA-256 of the canonical text
   * @param blocks its blocks, in order
   */
  public Outline(String text, List<Entry> blocks) {
    this(
        text,
        blocks.stream().mapToLong(Entry::hash).toArray(),
        blocks.stream().mapToInt(Entry::length).toArray());
  }

  /**
   * An outline as it is kept; copies the arrays.
   *
   * @param text SHA-256 of the canonical text
   * @param hashes 64-bit hashes of the blocks' texts, in order
   * @param lengths lengths of the same texts in UTF-16 units
   * @throws IllegalArgumentException if there are more of one than of the other
   */
  public static Outline of(String text, long[] hashes, int[] lengths) {
    if (hashes.length != lengths.length) {
      throw new IllegalArgumentException(
          "There are " + hashes.length + " hashes, but " + lengths.length + " lengths.");
    }
    return new Outline(text, hashes.clone(), lengths.clone());
  }

  /** The outline of a text. */
  static Outline of(String text, List<Block> blocks) {
    int count = Math.min(blocks.size(), MAX_BLOCKS);
    long[] hashes = new long[count];
    int[] lengths = new int[count];
    for (int i = 0; i < count; i++) {
      int at = i < MAX_BLOCKS / 2 ? i : blocks.size() - count + i;
      String line = blocks.get(at).text();
      hashes[i] = Fingerprint.hash64(line);
      lengths[i] = line.length();
    }
    return new Outline(text, hashes, lengths);
  }

  /** SHA-256 of the canonical text. */
  public String text() {
    return text;
  }

  /** Its blocks, in order. */
  public List<Entry> blocks() {
    List<Entry> blocks = new ArrayList<>(hashes.length);
    for (int i = 0; i < hashes.length; i++) {
      blocks.add(new Entry(hashes[i], lengths[i]));
    }
    return blocks;
  }

  /** The hashes of the blocks. */
  LongHashes hashes() {
    return LongHashes.of(hashes);
  }

  /** Those of some hashes that are hashes of its blocks. */
  LongHashes commonWith(LongHashes others) {
    return others.isEmpty()
        ? others
        : LongHashes.of(Arrays.stream(hashes).filter(others::has).toArray());
  }

  /** Length of the blocks that stand on another page too, as a share of all. */
  double shareIn(LongHashes others) {
    long all = 0;
    long common = 0;
    for (int i = 0; i < hashes.length; i++) {
      all += lengths[i];
      common += others.has(hashes[i]) ? lengths[i] : 0;
    }
    return all == 0 ? 0 : (double) common / all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outline outline
        && text.equals(outline.text)
        && Arrays.equals(hashes, outline.hashes)
        && Arrays.equals(lengths, outline.lengths);
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return "Outline[text=" + text + ", " + hashes.length + " blocks]";
  }
}
