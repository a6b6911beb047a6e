package io.clausestream.pipeline.state;

import io.clausestream.core.change.Outline;
import io.clausestream.pipeline.OperatorIds;
import java.util.Arrays;
import java.util.List;

/** State 'outlines'. */
final class OutlineCodec {

  static final int VERSION = 1;

  private final VersionedAvro<io.clausestream.schema.state.Outline> avro =
      new VersionedAvro<>(
          OperatorIds.STATE_OUTLINES, io.clausestream.schema.state.Outline.class, VERSION);

  /**
   * An outline as it is kept.
   *
   * @param turn ordinal of the outline on its platform; the lowest is forgotten first
   */
  record Kept(long turn, Outline outline) {}

  byte[] encode(Kept kept) {
    List<Outline.Entry> blocks = kept.outline().blocks();
    return avro.encode(
        new io.clausestream.schema.state.Outline(
            kept.turn(),
            kept.outline().text(),
            PackedLongs.fixed(blocks.stream().mapToLong(Outline.Entry::hash).toArray()),
            PackedLongs.variable(blocks.stream().mapToLong(Outline.Entry::length).toArray())));
  }

  Kept decode(byte[] stored) {
    var outline = avro.decode(stored);
    String state = OperatorIds.STATE_OUTLINES;
    long[] hashes = PackedLongs.fixed(state, outline.getHashes(), Outline.MAX_BLOCKS);
    long[] lengths = PackedLongs.variable(state, outline.getLengths(), hashes.length);
    int[] narrow = Arrays.stream(lengths).mapToInt(length -> (int) length).toArray();
    return new Kept(outline.getTurn(), Outline.of(outline.getTextSha256(), hashes, narrow));
  }
}
