package io.clausestream.pipeline.wire;

import static io.clausestream.pipeline.wire.CoreSamples.REF;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.fingerprint.Fingerprint;
import io.clausestream.core.quality.Evidence;
import io.clausestream.core.quality.EvidenceCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalFetchMapperTest {

  @Test
  void aCanonicalFetchComesBackAsItWas() {
    CanonicalFetch fetch =
        new CanonicalFetch(
            REF,
            true,
            new CanonicalPage(
                "Title ß",
                List.of(new Block(BlockKind.HEADING, 2, "Ü"), Block.of(BlockKind.LIST_ITEM, "x")),
                List.of("", "https://example.com/ß")),
            new Fingerprint("body", "text", "links"),
            List.of(
                new Evidence(EvidenceCode.CAPTCHA, "one"), new Evidence(EvidenceCode.LOGIN, "")),
            7);

    assertThat(CanonicalFetchMapper.toCore(CanonicalFetchMapper.toRecord(fetch))).isEqualTo(fetch);
  }

  @Test
  void theBlocksOfTheReleaseBeforeComeBackAndTakeWhatDiffers() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      blocks.add(Block.of(BlockKind.PARAGRAPH, "Clause " + 7919L * i * i + " says what we do."));
    }
    List<Block> before = new ArrayList<>(blocks);
    before.add(3, Block.of(BlockKind.LIST_ITEM, "A menu that the rules of today drop, ß."));

    for (List<Block> previous : List.of(before, blocks, List.<Block>of())) {
      CanonicalFetchRecord record = CanonicalFetchMapper.toRecord(fetch(blocks, previous));
      assertThat(CanonicalFetchMapper.toCore(record)).isEqualTo(fetch(blocks, previous));
      assertThat(record.previous()).hasSizeLessThan(200);
    }
    assertThat(CanonicalFetchMapper.toRecord(fetch(blocks, blocks)).previous()).hasSize(1);
  }

  private static CanonicalFetch fetch(List<Block> blocks, List<Block> previous) {
    return new CanonicalFetch(
        REF,
        false,
        new CanonicalPage("Title", blocks, List.of()),
        new Fingerprint("body", "text", "links"),
        List.of(),
        2,
        Optional.of(previous));
  }
}
