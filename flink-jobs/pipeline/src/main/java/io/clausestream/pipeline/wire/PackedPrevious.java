package io.clausestream.pipeline.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.CanonicalText;
import java.util.List;
import java.util.Optional;

/**
 * The blocks under the rules of the release before, beside those of today's: nothing when they were
 * not made, one byte when they are the same, else compressed with today's text as the dictionary,
 * so that they take about what differs. Lives for one hop, as {@link PackedPage} does.
 */
final class PackedPrevious {

  private static final byte[] NOT_MADE = {};
  private static final byte[] THE_SAME = {0};

  /** The fastest level. */
  private static final int LEVEL = 1;

  private PackedPrevious() {}

  static byte[] pack(Optional<List<Block>> previous, List<Block> blocks) {
    if (previous.isEmpty()) {
      return NOT_MADE;
    }
    return previous.get().equals(blocks)
        ? THE_SAME
        : Zstd.compressUsingDict(text(previous.get()), text(blocks), LEVEL);
  }

  /**
   * The blocks, if they were made.
   *
   * @param blocks today's blocks, as when they were packed
   */
  static Optional<List<Block>> unpack(byte[] packed, List<Block> blocks) {
    if (packed.length == 0) {
      return Optional.empty();
    }
    if (packed.length == 1) {
      return Optional.of(blocks);
    }
    byte[] plain = new byte[ZstdText.size(packed)];
    long written = Zstd.decompressUsingDict(plain, 0, packed, 0, packed.length, text(blocks));
    if (written != plain.length) {
      throw new IllegalArgumentException("No packed blocks: " + Zstd.getErrorName(written));
    }
    return Optional.of(CanonicalText.parse(new String(plain, UTF_8)));
  }

  private static byte[] text(List<Block> blocks) {
    return CanonicalText.format(blocks).getBytes(UTF_8);
  }
}
