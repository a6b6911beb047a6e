package io.clausestream.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.fingerprint.Fingerprint;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlineTest {

  @Test
  void ofALongPageTheFirstAndTheLastBlocksAreKept() {
    List<Block> blocks =
        Texts.blocks(
            IntStream.range(0, Outline.MAX_BLOCKS + 2)
                .mapToObj(i -> "Clause " + i)
                .collect(Collectors.joining("\n")));
    Outline outline = Outline.of("text", blocks);

    assertThat(outline.blocks()).hasSize(Outline.MAX_BLOCKS);
    assertThat(outline.hashes())
        .contains(hash("Clause 0"), hash("Clause " + (Outline.MAX_BLOCKS + 1)))
        .doesNotContain(hash("Clause " + Outline.MAX_BLOCKS / 2));
  }

  @Test
  void whatTwoPagesShareIsCountedByLength() {
    Outline outline = Outline.of("text", Texts.blocks("abc\nabcdefghi"));

    assertThat(outline.shareIn(LongHashes.of(new long[] {hash("abc")}))).isEqualTo(0.25);
    assertThat(outline.shareIn(LongHashes.of(new long[0]))).isZero();
    assertThat(Outline.of("text", List.of()).shareIn(outline.hashes())).isZero();
  }

  @Test
  void theOutlinesPutLastAreKept() {
    InMemoryPlatformState state = new InMemoryPlatformState();
    Outline outline = Outline.of("text", List.of());
    for (int i = 0; i < PlatformState.MAX_OUTLINES; i++) {
      state.putOutline("document " + i, outline);
    }
    state.putOutline("document 0", outline);
    state.putOutline("a newcomer", outline);

    assertThat(state.outlines())
        .hasSize(PlatformState.MAX_OUTLINES)
        .containsKeys("document 0", "a newcomer")
        .doesNotContainKey("document 1");
  }

  private static long hash(String text) {
    return Fingerprint.hash64(text);
  }
}
