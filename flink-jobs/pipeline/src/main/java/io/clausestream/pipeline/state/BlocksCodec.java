package io.clausestream.pipeline.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.CanonicalText;
import io.clausestream.pipeline.wire.ZstdText;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** States 'text' and 'candidate': a version byte, then the canonical text, compressed. */
final class BlocksCodec {

  static final int VERSION = 1;

  private final String state;

  BlocksCodec(String state) {
    this.state = state;
  }

  byte[] encode(List<Block> blocks) {
    byte[] text = ZstdText.compress(CanonicalText.format(blocks).getBytes(UTF_8));
    return ByteBuffer.allocate(1 + text.length).put((byte) VERSION).put(text).array();
  }

  List<Block> decode(byte[] stored) {
    VersionByte.read(state, stored, VERSION);
    byte[] text = ZstdText.decompress(Arrays.copyOfRange(stored, 1, stored.length));
    return CanonicalText.parse(new String(text, UTF_8));
  }
}
