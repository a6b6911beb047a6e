package io.clausestream.pipeline.state;

import static io.clausestream.pipeline.state.StateSamples.AT;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.change.PageMemory;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageMemoryCodecTest {

  @Test
  void aMemoryComesBackAsItWas() {
    PageMemoryCodec codec = new PageMemoryCodec();
    PageMemory memory =
        new PageMemory(
            List.of(
                new PageMemory.KnownVariant("", Instant.EPOCH, 0),
                new PageMemory.KnownVariant("a".repeat(64), AT, Integer.MAX_VALUE)),
            List.of(
                new PageMemory.VolatileBlock(Long.MIN_VALUE, Float.MIN_VALUE, AT),
                new PageMemory.VolatileBlock(Long.MAX_VALUE, 1e30f, Instant.ofEpochMilli(-5))));

    assertThat(codec.decode(codec.encode(memory))).isEqualTo(memory);
    assertThat(codec.decode(codec.encode(PageMemory.EMPTY))).isEqualTo(PageMemory.EMPTY);
  }

  @Test
  void aFullMemoryIsSmall() {
    PageMemory full =
        new PageMemory(
            Collections.nCopies(
                PageMemory.MAX_VARIANTS, new PageMemory.KnownVariant("a".repeat(64), AT, 9)),
            Collections.nCopies(
                PageMemory.MAX_VOLATILES, new PageMemory.VolatileBlock(Long.MIN_VALUE, 1, AT)));

    assertThat(new PageMemoryCodec().encode(full)).hasSizeLessThan(16 << 10);
  }
}
