package io.clausestream.pipeline.wire;

import com.github.luben.zstd.Zstd;

/** Bytes of text, compressed with zstd: what we wrote ourselves, on the network and in state. */
public final class ZstdText {

  /** More than the text of the largest page that is read; a larger frame is corrupt. */
  private static final int MAX_BYTES = 128 << 20;

  /** The fastest level: text is short beside the page that it came from. */
  private static final int LEVEL = 1;

  private ZstdText() {}

  /** Compresses bytes. */
  public static byte[] compress(byte[] plain) {
    return Zstd.compress(plain, LEVEL);
  }

  /**
   * Decompresses what {@link #compress} made.
   *
   * @throws IllegalArgumentException if it is none of that
   */
  public static byte[] decompress(byte[] compressed) {
    byte[] plain = new byte[size(compressed)];
    long written = Zstd.decompress(plain, compressed);
    if (Zstd.isError(written) || written != plain.length) {
      throw new IllegalArgumentException(
          "No compressed text: " + (Zstd.isError(written) ? Zstd.getErrorName(written) : written));
    }
    return plain;
  }

  /** How many bytes a frame states that it holds. */
  static int size(byte[] compressed) {
    long size = Zstd.getFrameContentSize(compressed);
    if (size < 0 || size > MAX_BYTES) {
      throw new IllegalArgumentException(
          "No compressed text: a frame of " + compressed.length + " bytes states size " + size);
    }
    return (int) size;
  }
}
