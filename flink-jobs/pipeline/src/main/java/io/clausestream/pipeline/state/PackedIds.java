package io.clausestream.pipeline.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Ids of 32 hexadecimal digits as one run of bytes, 16 each. */
final class PackedIds {

  private static final int BYTES = 16;

  private PackedIds() {}

  static ByteBuffer pack(List<String> ids) {
    ByteBuffer packed = ByteBuffer.allocate(ids.size() * BYTES);
    ids.forEach(id -> packed.put(HexFormat.of().parseHex(id)));
    return packed.flip();
  }

  /**
   * The ids of a run.
   *
   * @param most more are an error, found before memory is taken for them
   */
  static List<String> unpack(String state, ByteBuffer packed, int most) {
    int count = packed.remaining() / BYTES;
    if (packed.remaining() % BYTES != 0 || count > most) {
      throw PackedLongs.corrupt(
          state, packed.remaining() + " bytes are no run of up to " + most + " ids");
    }
    List<String> ids = new ArrayList<>(count);
    ByteBuffer bytes = packed.duplicate();
    byte[] id = new byte[BYTES];
    for (int i = 0; i < count; i++) {
      bytes.get(id);
      ids.add(HexFormat.of().formatHex(id));
    }
    return ids;
  }
}
