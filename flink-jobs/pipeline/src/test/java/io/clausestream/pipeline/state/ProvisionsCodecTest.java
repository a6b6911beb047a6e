package io.clausestream.pipeline.state;

import static io.clausestream.pipeline.state.StateSamples.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.core.provision.Provision;
import io.clausestream.core.provision.Provisions;
import io.clausestream.core.provision.RemovedProvision;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProvisionsCodecTest {

  @Test
  void provisionsComeBackAsTheyWere() {
    ProvisionsCodec codec = new ProvisionsCodec();
    Provisions provisions =
        new Provisions(
            List.of(
                new Provision("0".repeat(32), 0, Long.MIN_VALUE, AT, AT),
                new Provision("f".repeat(32), 7, -1, AT.minusSeconds(9), AT.plusSeconds(9)),
                new Provision("0a".repeat(16), Integer.MAX_VALUE, 1, Instant.EPOCH, AT)),
            List.of(
                new RemovedProvision("9".repeat(32), Long.MAX_VALUE, AT, AT.plusSeconds(1)),
                new RemovedProvision("a".repeat(32), 0, Instant.EPOCH, AT)));

    assertThat(codec.decode(codec.encode(provisions))).isEqualTo(provisions);
    assertThat(codec.decode(codec.encode(Provisions.EMPTY))).isEqualTo(Provisions.EMPTY);
  }

  @Test
  void theMostProvisionsAreSmall() {
    Provisions full =
        new Provisions(
            IntStream.range(0, Provisions.MAX_TRACKED)
                .mapToObj(i -> new Provision("e".repeat(32), i, i, AT.plusSeconds(i), AT))
                .toList(),
            Collections.nCopies(
                Provisions.MAX_REMOVED, new RemovedProvision("d".repeat(32), 1, AT, AT)));

    assertThat(new ProvisionsCodec().encode(full)).hasSizeLessThan(36 << 10);
  }

  @Test
  void moreProvisionsThanTheBoundAllowsAreCorruptState() {
    ByteBuffer tooMany = ByteBuffer.allocate((Provisions.MAX_TRACKED + 1) * 16);

    assertThatThrownBy(() -> PackedIds.unpack("provisions", tooMany, Provisions.MAX_TRACKED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'provisions'")
        .hasMessageContaining("1024");
    assertThatThrownBy(() -> PackedIds.unpack("provisions", ByteBuffer.allocate(17), 9))
        .hasMessageContaining("17 bytes");
  }
}
