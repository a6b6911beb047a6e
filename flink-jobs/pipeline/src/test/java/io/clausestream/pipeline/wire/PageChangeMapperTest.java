package io.clausestream.pipeline.wire;

import static io.clausestream.pipeline.wire.CoreSamples.AT;
import static io.clausestream.pipeline.wire.CoreSamples.LATER;
import static io.clausestream.pipeline.wire.CoreSamples.assertAllSet;
import static io.clausestream.pipeline.wire.CoreSamples.block;
import static io.clausestream.pipeline.wire.CoreSamples.change;
import static io.clausestream.pipeline.wire.CoreSamples.hunk;
import static io.clausestream.pipeline.wire.CoreSamples.provision;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.diff.Hunk;
import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.core.severity.AssessedBlock;
import io.clausestream.core.severity.Span;
import io.clausestream.schema.Alert;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.BlockOperation;
import io.clausestream.schema.PageVersion;
import io.clausestream.schema.Side;
import io.clausestream.schema.WireCodec;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageChangeMapperTest {

  @Test
  void everyFieldOfAChangeArrives() {
    var wire = PageChangeMapper.toWire(change(List.of(block("before 30", "after 90"))));

    assertAllSet(wire, Set.of("effectiveDate", "noticeDays"));
    assertThat(wire.getChangeId()).isEqualTo("change-id");
    assertThat(wire.getAssessmentId()).isEqualTo("assessment-id");
    assertThat(wire.getDocumentId()).isEqualTo("Example/Privacy Policy");
    assertThat(wire.getPlatform()).isEqualTo("Example");
    assertThat(wire.getDocumentType()).isEqualTo("Privacy Policy");
    assertThat(wire.getUrl()).isEqualTo("https://example.com/privacy");
    assertThat(wire.getFetchId()).isEqualTo("fetch-id");
    assertThat(wire.getKind()).hasToString("SUBSTANTIVE");
    assertThat(wire.getSeverity()).hasToString("HIGH");
    assertThat(wire.getDirection()).hasToString("ADVERSE");
    assertThat(wire.getCategories()).containsExactly("retention", "other");
    assertThat(wire.getTitle()).isEqualTo("title");
    assertThat(wire.getSummary()).containsExactly("one", "two");
    assertThat(wire.getReasons())
        .containsExactly(new io.clausestream.schema.Reason("rule", "because"));
    assertThat(wire.getBlocks())
        .containsExactly(
            BlockChange.newBuilder()
                .setOperation(BlockOperation.MODIFIED)
                .setProvisionId("provision-id")
                .setHeadingPath(List.of("Policy", "Retention"))
                .setCategories(List.of("retention"))
                .setBefore("before 30")
                .setAfter("after 90")
                .setSpans(List.of())
                .build());
    assertThat(wire.getBlocksOmitted()).isZero();
    assertThat(wire.getPrevious()).isEqualTo(new PageVersion(1L, "text-1", "body-1", AT, null));
    assertThat(wire.getCurrent())
        .isEqualTo(new PageVersion(2L, "text-2", "body-2", LATER, "text/html"));
    assertThat(wire.getDetectedAt()).isEqualTo(LATER);
    assertThat(wire.getRuleSetVersion()).isEqualTo("rules");
    assertThat(wire.getCanonicalVersion()).isEqualTo(3);
    assertThat(wire.getEngineVersion()).isEqualTo(EngineVersion.current());
    assertThat(wire.getOrigin()).hasToString("IMPORT");
  }

  @Test
  void spansCountCodePoints() {
    Hunk hunk = hunk("𝒳𝒳 old", "𝒳 ß new 𝒳 end");
    AssessedBlock block =
        new AssessedBlock(
            hunk,
            List.of(),
            List.of(
                new Span(Span.Side.BEFORE, 5, 8, Optional.empty()),
                new Span(Span.Side.AFTER, 5, 8, Optional.of("rule")),
                new Span(Span.Side.AFTER, 0, 2, Optional.empty()),
                new Span(Span.Side.AFTER, 9, 15, Optional.empty())));

    var spans = PageChangeMapper.toWire(change(List.of(block))).getBlocks().get(0).getSpans();

    assertThat(spans)
        .containsExactly(
            new io.clausestream.schema.Span(Side.BEFORE, 3, 6, null),
            new io.clausestream.schema.Span(Side.AFTER, 4, 7, "rule"),
            new io.clausestream.schema.Span(Side.AFTER, 0, 1, null),
            new io.clausestream.schema.Span(Side.AFTER, 8, 13, null));
  }

  @Test
  void aBlockOfAClauseThatIsNotFollowedHasNoProvision() {
    var blocks =
        PageChangeMapper.toWire(change(List.of(block("a", "b"), block("c", "d")))).getBlocks();

    assertThat(blocks.get(0).getProvisionId()).isEqualTo("provision-id");
    assertThat(blocks.get(1).getProvisionId()).isNull();
  }

  @Test
  void aChangeHasAtMostTwoHundredBlocks() {
    var wire = PageChangeMapper.toWire(change(Collections.nCopies(203, block("a", "b"))));

    assertThat(wire.getBlocks()).hasSize(200);
    assertThat(wire.getBlocksOmitted()).isEqualTo(3);
  }

  @Test
  void aHugeChangeStaysBelowItsTopicsLimit() {
    String huge = "𝒳ß ".repeat(1 << 20);
    List<Span> spans =
        Collections.nCopies(50_000, new Span(Span.Side.AFTER, 0, 2, Optional.of("a.rule")));
    AssessedBlock block = new AssessedBlock(hunk(huge, huge), List.of(), spans);

    var wire = PageChangeMapper.toWire(change(List.of(block, block, block)));

    assertThat(encoded(wire)).isBetween(2 << 20, (4 << 20) - (200 << 10));
    assertThat(wire.getBlocks().size() + wire.getBlocksOmitted()).isEqualTo(3);
    BlockChange cut = wire.getBlocks().get(0);
    assertThat(cut.getBefore()).endsWith("…").doesNotContain("?");
    assertThat(cut.getAfter()).endsWith("…").doesNotContain("?");
  }

  @Test
  void aProvisionCarriesWhatTheRulesSayOfIt() {
    var wire = PageChangeMapper.toWire(change(List.of(block("a", "b"))));

    var provision = wire.getProvisions().get(0);
    assertThat(provision.getProvisionId()).isEqualTo("provision-id");
    assertThat(provision.getLineage()).isEqualTo(io.clausestream.schema.Lineage.REWORDED);
    assertThat(provision.getHeadingPath()).containsExactly("Policy", "Retention");
    assertThat(provision.getQuantities())
        .containsExactly(new io.clausestream.schema.QuantityChange("30", "3", "DAYS", "MONTHS"));
    assertThat(provision.getAuthorities()).containsExactly("gdpr");
    assertThat(provision.getRetroactive()).isTrue();
    assertThat(provision.getFirstSeen()).isEqualTo(AT);
    assertThat(wire.getRetroactive()).isTrue();
    assertThat(wire.getLanguage()).isEqualTo("en");
    assertThat(wire.getEffectiveDate()).isEqualTo(LocalDate.of(2026, 7, 1));
    assertThat(wire.getNoticeDays()).isNotNull();
  }

  @Test
  void anAlertCarriesItsChange() {
    var change = PageChangeMapper.toWire(change(List.of(block("a", "b"))));

    Alert alert = AlertMapper.toWire(change, "ada", null);

    assertThat(alert.getAlertId()).isEqualTo(ContentId.alert("change-id", "ada"));
    assertThat(alert.getSubscriberId()).isEqualTo("ada");
    assertThat(alert.getSeverity()).isEqualTo(change.getSeverity());
    assertThat(alert.getAlertedAt()).isEqualTo(LATER);
    assertThat(alert.getChange()).isEqualTo(change);
  }

  private static int encoded(io.clausestream.schema.PageChange wire) {
    return WireCodec.of(io.clausestream.schema.PageChange.class).encode(wire).length;
  }
}
