package io.clausestream.pipeline.state;

import io.clausestream.pipeline.OperatorIds;
import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** State 'recent'. One thread. */
final class RecentChangeCodec {

  static final int VERSION = 1;

  private static final int MOST_FACTS = 1 << 16;

  private final VersionedAvro<io.clausestream.schema.state.RecentChange> avro =
      new VersionedAvro<>(
          OperatorIds.STATE_RECENT, io.clausestream.schema.state.RecentChange.class, VERSION);

  byte[] encode(RecentChange recent) {
    byte[] change = recent.change();
    return avro.encode(
        new io.clausestream.schema.state.RecentChange(
            Millis.of(recent.detectedAt()),
            recent.corrected(),
            PackedIds.pack(recent.facts().stream().sorted().toList()),
            change == null ? null : ByteBuffer.wrap(change)));
  }

  RecentChange decode(byte[] stored) {
    var recent = avro.decode(stored);
    return new RecentChange(
        Millis.toInstant(recent.getDetectedAt()),
        recent.getCorrected(),
        Set.copyOf(PackedIds.unpack(OperatorIds.STATE_RECENT, recent.getFacts(), MOST_FACTS)),
        bytes(recent.getChange()));
  }

  private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
    if (buffer == null) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
