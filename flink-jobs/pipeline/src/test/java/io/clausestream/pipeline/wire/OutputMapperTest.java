package io.clausestream.pipeline.wire;

import static io.clausestream.pipeline.wire.CoreSamples.AT;
import static io.clausestream.pipeline.wire.CoreSamples.CURRENT;
import static io.clausestream.pipeline.wire.CoreSamples.LATER;
import static io.clausestream.pipeline.wire.CoreSamples.PREVIOUS;
import static io.clausestream.pipeline.wire.CoreSamples.REF;
import static io.clausestream.pipeline.wire.CoreSamples.assertAllSet;
import static io.clausestream.pipeline.wire.CoreSamples.hunk;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.change.ChangeKind;
import io.clausestream.core.change.Finding;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import io.clausestream.core.page.Origin;
import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.severity.Span;
import io.clausestream.schema.BlockOperation;
import io.clausestream.schema.HealthStatus;
import io.clausestream.schema.Side;
import io.clausestream.schema.SuppressionVerdict;
import io.clausestream.schema.VerificationStatus;
import io.clausestream.schema.WireCodec;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OutputMapperTest {

  @Test
  void aHugeSuppressionStaysBelowItsLimit() {
    String huge = "𝒳ß ".repeat(100_000);
    Finding.Suppressed found = suppressed(Collections.nCopies(25, hunk(huge, huge)));

    var wire = SuppressionMapper.toWire(found, "rules");

    assertThat(encoded(wire)).isLessThan((1 << 20) - (200 << 10));
    assertThat(wire.getBlocks().size() + wire.getBlocksOmitted()).isEqualTo(25);
  }

  @Test
  void everyFieldOfASuppressionArrives() {
    var wire =
        SuppressionMapper.toWire(suppressed(Collections.nCopies(22, hunk("a", "b"))), "rules");

    assertAllSet(wire, Set.of());
    assertThat(wire.getFetchId()).isEqualTo("fetch-id");
    assertThat(wire.getVerdict()).isEqualTo(SuppressionVerdict.SUPPRESSED);
    assertThat(wire.getKind()).hasToString("COSMETIC");
    assertThat(wire.getReason()).isEqualTo("REASON");
    assertThat(wire.getDetail()).isEqualTo("detail");
    assertThat(wire.getBlocks()).hasSize(20);
    assertThat(wire.getBlocksOmitted()).isEqualTo(2);
    assertThat(wire.getPreviousTextSha256()).isEqualTo("text-1");
    assertThat(wire.getTextSha256()).isEqualTo("text-2");
    assertThat(wire.getBodySha256()).isEqualTo("body-2");
    assertThat(wire.getFetchedAt()).isEqualTo(AT);
    assertThat(wire.getDetectedAt()).isEqualTo(LATER);
    assertThat(wire.getRuleSetVersion()).isEqualTo("rules");
    assertThat(wire.getCanonicalVersion()).isEqualTo(Canonicalizer.VERSION);
    assertThat(wire.getOrigin()).hasToString("IMPORT");
  }

  @Test
  void everyFieldOfAVerificationArrives() {
    var first =
        VerificationMapper.toWire(new Finding.Verified(REF, true, CURRENT, Optional.of("body")));
    var again =
        VerificationMapper.toWire(new Finding.Verified(REF, false, PREVIOUS, Optional.empty()));

    assertAllSet(first, Set.of());
    assertThat(first.getStatus()).isEqualTo(VerificationStatus.FIRST);
    assertThat(first.getBodySha256()).isEqualTo("body");
    assertThat(first.getVersion().getNumber()).isEqualTo(2);
    assertThat(first.getFetchedAt()).isEqualTo(AT);
    assertThat(first.getDetectedAt()).isEqualTo(AT);
    assertThat(again.getStatus()).isEqualTo(VerificationStatus.UNCHANGED);
    assertThat(again.getBodySha256()).isNull();
  }

  @Test
  void everyFieldOfAHealthChangeArrives() {
    var wire =
        HealthMapper.toWire(
            new Finding.HealthChanged(
                REF,
                "health-id",
                Finding.HealthChanged.Status.UNAVAILABLE,
                3,
                List.of("HTTP_STATUS: 503"),
                AT.minusSeconds(1)));

    assertAllSet(wire, Set.of());
    assertThat(wire.getHealthId()).isEqualTo("health-id");
    assertThat(wire.getStatus()).isEqualTo(HealthStatus.UNAVAILABLE);
    assertThat(wire.getBadCaptures()).isEqualTo(3);
    assertThat(wire.getEvidence()).containsExactly("HTTP_STATUS: 503");
    assertThat(wire.getSince()).isEqualTo(AT.minusSeconds(1));
    assertThat(wire.getDetectedAt()).isEqualTo(AT);
  }

  @Test
  void everyConstantOfTheCoreIsOnTheWire() {
    assertThat(names(io.clausestream.schema.ChangeKind.values()))
        .containsAll(names(ChangeKind.values()));
    assertThat(names(io.clausestream.schema.Severity.values()))
        .containsAll(names(Severity.values()));
    assertThat(names(io.clausestream.schema.Direction.values()))
        .containsAll(names(Direction.values()));
    assertThat(names(BlockOperation.values())).containsAll(names(Operation.values()));
    assertThat(names(Side.values())).containsAll(names(Span.Side.values()));
    assertThat(names(io.clausestream.schema.Origin.values())).containsAll(names(Origin.values()));
    assertThat(names(HealthStatus.values()))
        .containsAll(names(Finding.HealthChanged.Status.values()));
  }

  private static Set<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).collect(Collectors.toSet());
  }

  private static Finding.Suppressed suppressed(List<Hunk> hunks) {
    return new Finding.Suppressed(
        REF,
        Finding.Suppressed.Cause.SUPPRESSED,
        Optional.of(ChangeKind.COSMETIC),
        "REASON",
        "detail",
        hunks,
        Optional.of("text-1"),
        Optional.of("text-2"),
        Optional.of("body-2"),
        LATER);
  }

  private static int encoded(io.clausestream.schema.Suppression wire) {
    return WireCodec.of(io.clausestream.schema.Suppression.class).encode(wire).length;
  }
}
