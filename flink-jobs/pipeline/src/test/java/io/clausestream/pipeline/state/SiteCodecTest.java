package io.clausestream.pipeline.state;

import static io.clausestream.pipeline.state.StateSamples.AT;
import static io.clausestream.pipeline.state.StateSamples.DOCUMENT;
import static io.clausestream.pipeline.state.StateSamples.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.change.Outline;
import io.clausestream.core.change.Site;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteCodecTest {

  @Test
  void anOutlineComesBackAsItWas() {
    OutlineCodec codec = new OutlineCodec();
    OutlineCodec.Kept kept =
        new OutlineCodec.Kept(
            Long.MAX_VALUE,
            new Outline(
                "a".repeat(64),
                List.of(
                    new Outline.Entry(Long.MIN_VALUE, 1),
                    new Outline.Entry(-1, Integer.MAX_VALUE),
                    new Outline.Entry(Long.MAX_VALUE, 0))));

    assertThat(codec.decode(codec.encode(kept))).isEqualTo(kept);
    assertThat(codec.decode(codec.encode(new OutlineCodec.Kept(1, new Outline("", List.of())))))
        .isEqualTo(new OutlineCodec.Kept(1, new Outline("", List.of())));
  }

  @Test
  void aSiteComesBackAsItWas() {
    SiteCodec codec = new SiteCodec();
    Site site =
        new Site(
            List.of(
                new Site.Furnishing(Long.MIN_VALUE, AT),
                new Site.Furnishing(7, AT.minusMillis(1)),
                new Site.Furnishing(Long.MAX_VALUE, Instant.MIN)),
            List.of(new Site.Told(DOCUMENT, "a".repeat(64), "b".repeat(64), AT)),
            List.of(new Site.Return(DOCUMENT, AT)));

    assertThat(codec.decode(codec.encode(site))).isEqualTo(site);
    assertThat(codec.decode(codec.encode(Site.EMPTY))).isEqualTo(Site.EMPTY);
  }

  @Test
  void aSiteOfVersion1KnowsOfNoReturns() throws IOException {
    assertThat(new SiteCodec().decode(fixture("Site-v1.hex")))
        .isEqualTo(
            new Site(
                List.of(), List.of(new Site.Told("terms", "a", "b", Instant.EPOCH)), List.of()));
  }

  @Test
  void aFullOutlineAndAFullSiteAreSmall() {
    Outline outline =
        new Outline(
            "a".repeat(64),
            Collections.nCopies(Outline.MAX_BLOCKS, new Outline.Entry(Long.MIN_VALUE, 8_000)));
    Site site =
        new Site(
            Collections.nCopies(Site.MAX_FURNITURE, new Site.Furnishing(Long.MIN_VALUE, AT)),
            Collections.nCopies(
                Site.MAX_TOLD, new Site.Told(DOCUMENT, "a".repeat(64), "b".repeat(64), AT)),
            Collections.nCopies(Site.MAX_RETURNS, new Site.Return(DOCUMENT, AT)));

    assertThat(new OutlineCodec().encode(new OutlineCodec.Kept(1, outline)))
        .hasSizeLessThan(21 << 10);
    assertThat(new SiteCodec().encode(site)).hasSizeLessThan(48 << 10);
  }

  @Test
  void moreThanABoundAllowsIsCorruptState() {
    ByteBuffer tooMany = PackedLongs.fixed(new long[Outline.MAX_BLOCKS + 1]);

    assertThatThrownBy(() -> PackedLongs.fixed("outlines", tooMany, Outline.MAX_BLOCKS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'outlines'")
        .hasMessageContaining("2048");
    assertThatThrownBy(() -> PackedLongs.fixed("site", ByteBuffer.allocate(9), 9))
        .hasMessageContaining("'site'")
        .hasMessageContaining("9 bytes");
    ByteBuffer two = PackedLongs.variable(new long[] {1, 300});
    assertThatThrownBy(() -> PackedLongs.variable("site", two, 1))
        .hasMessageContaining("more than");
    assertThatThrownBy(() -> PackedLongs.variable("site", two, 3)).hasMessageContaining("fewer");
  }
}
