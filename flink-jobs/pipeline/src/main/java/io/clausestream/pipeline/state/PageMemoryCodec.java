package io.clausestream.pipeline.state;

import io.clausestream.core.change.PageMemory;
import io.clausestream.pipeline.OperatorIds;
import io.clausestream.schema.state.KnownVariant;
import io.clausestream.schema.state.VolatileBlock;

/** State 'memory'. */
final class PageMemoryCodec {

  static final int VERSION = 1;

  private final VersionedAvro<io.clausestream.schema.state.PageMemory> avro =
      new VersionedAvro<>(
          OperatorIds.STATE_MEMORY, io.clausestream.schema.state.PageMemory.class, VERSION);

  byte[] encode(PageMemory memory) {
    return avro.encode(
        new io.clausestream.schema.state.PageMemory(
            memory.variants().stream().map(PageMemoryCodec::toState).toList(),
            memory.volatiles().stream().map(PageMemoryCodec::toState).toList()));
  }

  PageMemory decode(byte[] stored) {
    var memory = avro.decode(stored);
    return new PageMemory(
        memory.getVariants().stream().map(PageMemoryCodec::toCore).toList(),
        memory.getVolatiles().stream().map(PageMemoryCodec::toCore).toList());
  }

  private static KnownVariant toState(PageMemory.KnownVariant variant) {
    return new KnownVariant(variant.text(), Millis.of(variant.lastSeen()), variant.seen());
  }

  private static VolatileBlock toState(PageMemory.VolatileBlock block) {
    return new VolatileBlock(block.shape(), block.score(), Millis.of(block.lastChanged()));
  }

  private static PageMemory.KnownVariant toCore(KnownVariant variant) {
    return new PageMemory.KnownVariant(
        variant.getTextSha256(), Millis.toInstant(variant.getLastSeen()), variant.getSeen());
  }

  private static PageMemory.VolatileBlock toCore(VolatileBlock block) {
    return new PageMemory.VolatileBlock(
        block.getShape(), block.getScore(), Millis.toInstant(block.getLastChanged()));
  }
}
