package io.clausestream.pipeline.wire;

import io.clausestream.schema.PageChange;
import io.clausestream.schema.UndecodableRecordException;
import io.clausestream.schema.WireCodec;

/**
 * The record of a change in the encoding of its topic, compressed. Not serializable; one thread.
 */
public final class PackedChange {

  private final WireCodec<PageChange> codec = WireCodec.of(PageChange.class);

  /** A packer. */
  public PackedChange() {}

  /** Packs a record. */
  public byte[] pack(PageChange change) {
    return ZstdText.compress(codec.encode(change));
  }

  /**
   * How many bytes a record has when it is not packed.
   *
   * @throws IllegalArgumentException if it was not packed by this
   */
  public static int size(byte[] packed) {
    return ZstdText.size(packed);
  }

  /**
   * The record.
   *
   * @throws IllegalStateException if it was not packed by this
   */
  public PageChange unpack(byte[] packed) {
    try {
      return codec.decode(ZstdText.decompress(packed));
    } catch (UndecodableRecordException e) {
      throw new IllegalStateException(
          "A change that we packed cannot be read; restore an older savepoint.", e);
    }
  }
}
