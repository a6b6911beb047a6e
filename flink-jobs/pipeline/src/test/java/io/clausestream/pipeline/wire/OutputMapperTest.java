package io.clausestream.pipeline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.testkit.Instants;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.canonical.CanonicalPage;
import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.change.AcceptedVersion;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.change.ChangeKind;
import io.clausestream.core.change.Finding;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import io.clausestream.core.fingerprint.ContentId;
import io.clausestream.core.fingerprint.Fingerprint;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.provision.Clause;
import io.clausestream.core.provision.Lineage;
import io.clausestream.core.provision.ProvisionChange;
import io.clausestream.core.quality.Evidence;
import io.clausestream.core.quality.EvidenceCode;
import io.clausestream.core.severity.AssessedBlock;
import io.clausestream.core.severity.AssessedProvision;
import io.clausestream.core.severity.Assessment;
import io.clausestream.core.severity.ChangeSummary;
import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.PageChange;
import io.clausestream.core.severity.Quantity;
import io.clausestream.core.severity.QuantityChange;
import io.clausestream.core.severity.Reason;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.severity.Span;
import io.clausestream.schema.Alert;
import io.clausestream.schema.BlockChange;
import io.clausestream.schema.BlockOperation;
import io.clausestream.schema.HealthStatus;
import io.clausestream.schema.PageVersion;
import io.clausestream.schema.Side;
import io.clausestream.schema.SuppressionVerdict;
import io.clausestream.schema.VerificationStatus;
import io.clausestream.schema.WireCodec;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class OutputMapperTest {

  private static final Instant AT = Instants.MONDAY_0600;
  private static final Instant LATER = Instants.MONDAY_1200;

  private static final PageRef REF =
      new PageRef(
          "fetch-id",
          "Example/Privacy Policy",
          "Example",
          "Privacy Policy",
          URI.create("https://example.com/privacy"),
          AT,
          Optional.of("text/html"),
          Origin.IMPORT);

  private static final AcceptedVersion PREVIOUS =
      new AcceptedVersion(
          1, new Fingerprint("body-1", "text-1", "links-1"), AT, Optional.empty(), 1, 10, "Terms");
  private static final AcceptedVersion CURRENT =
      new AcceptedVersion(
          2,
          new Fingerprint("body-2", "text-2", "links-2"),
          LATER,
          Optional.of("text/html"),
          3,
          9,
          "Terms");

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
  void anAlertCarriesItsChange() {
    var change = PageChangeMapper.toWire(change(List.of(block("a", "b"))));

    Alert alert = AlertMapper.toWire(change, "ada", null);

    assertThat(alert.getAlertId()).isEqualTo(ContentId.alert("change-id", "ada"));
    assertThat(alert.getSubscriberId()).isEqualTo("ada");
    assertThat(alert.getSeverity()).isEqualTo(change.getSeverity());
    assertThat(alert.getAlertedAt()).isEqualTo(LATER);
    assertThat(alert.getChange()).isEqualTo(change);
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

  /** A field that nobody maps stays null; those that may be null must be named. */
  private static void assertAllSet(SpecificRecord wire, Set<String> mayBeNull) {
    for (var field : wire.getSchema().getFields()) {
      if (!mayBeNull.contains(field.name())) {
        assertThat(wire.get(field.pos())).as(field.name()).isNotNull();
      }
    }
  }

  private static int encoded(io.clausestream.schema.PageChange wire) {
    return WireCodec.of(io.clausestream.schema.PageChange.class).encode(wire).length;
  }

  private static int encoded(io.clausestream.schema.Suppression wire) {
    return WireCodec.of(io.clausestream.schema.Suppression.class).encode(wire).length;
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

  private static PageChange change(List<AssessedBlock> blocks) {
    List<AssessedProvision> provisions = new ArrayList<>();
    for (AssessedBlock block : blocks) {
      Optional<String> id = provisions.isEmpty() ? Optional.of("provision-id") : Optional.empty();
      provisions.add(provision(id, block));
    }
    return new PageChange(
        "change-id",
        "assessment-id",
        REF,
        ChangeKind.SUBSTANTIVE,
        new Assessment(
            Severity.HIGH,
            Direction.ADVERSE,
            List.of("retention", "other"),
            List.of(new Reason("rule", "because")),
            provisions,
            "en",
            Optional.of(LocalDate.of(2026, 7, 1)),
            "rules"),
        new ChangeSummary("title", List.of("one", "two")),
        PREVIOUS,
        CURRENT,
        LATER);
  }

  private static AssessedProvision provision(Optional<String> id, AssessedBlock block) {
    Block after = block.hunk().after().orElseThrow();
    ProvisionChange change =
        new ProvisionChange(
            id,
            Lineage.REWORDED,
            Optional.empty(),
            Optional.of(
                new Clause(block.hunk().headingPath(), Optional.empty(), 0, List.of(after))),
            AT,
            LATER,
            List.of(block.hunk()));
    Quantity before = new Quantity(new BigDecimal("30"), Quantity.Unit.DAYS, 0, 7);
    Quantity now = new Quantity(new BigDecimal("3"), Quantity.Unit.MONTHS, 0, 8);
    return new AssessedProvision(
        change,
        Severity.HIGH,
        Direction.ADVERSE,
        List.of("retention"),
        List.of(new Reason("rule", "because")),
        List.of(new QuantityChange(before, now)),
        List.of("gdpr"),
        true,
        List.of(block));
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

  private static AssessedBlock block(String before, String after) {
    return new AssessedBlock(hunk(before, after), List.of("retention"), List.of());
  }

  private static Hunk hunk(String before, String after) {
    return new Hunk(
        Operation.MODIFIED,
        List.of("Policy", "Retention"),
        Optional.of(Block.of(BlockKind.PARAGRAPH, before)),
        Optional.of(Block.of(BlockKind.PARAGRAPH, after)));
  }
}
