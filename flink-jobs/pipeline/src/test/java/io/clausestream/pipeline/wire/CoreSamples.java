package io.clausestream.pipeline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.connector.testkit.Instants;
import io.clausestream.core.canonical.Block;
import io.clausestream.core.canonical.BlockKind;
import io.clausestream.core.change.AcceptedVersion;
import io.clausestream.core.change.ChangeKind;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.diff.Operation;
import io.clausestream.core.fingerprint.Fingerprint;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.provision.Clause;
import io.clausestream.core.provision.Lineage;
import io.clausestream.core.provision.ProvisionChange;
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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What the core puts out, for tests of the mappers. */
final class CoreSamples {

  static final Instant AT = Instants.MONDAY_0600;

  static final Instant LATER = Instants.MONDAY_1200;

  static final PageRef REF =
      new PageRef(
          "fetch-id",
          "Example/Privacy Policy",
          "Example",
          "Privacy Policy",
          URI.create("https://example.com/privacy"),
          AT,
          Optional.of("text/html"),
          Origin.IMPORT);

  static final AcceptedVersion PREVIOUS =
      new AcceptedVersion(
          1, new Fingerprint("body-1", "text-1", "links-1"), AT, Optional.empty(), 1, 10, "Terms");

  static final AcceptedVersion CURRENT =
      new AcceptedVersion(
          2,
          new Fingerprint("body-2", "text-2", "links-2"),
          LATER,
          Optional.of("text/html"),
          3,
          9,
          "Terms");

  private CoreSamples() {}

  /** A field that nobody maps stays null; those that may be null must be named. */
  static void assertAllSet(SpecificRecord wire, Set<String> mayBeNull) {
    for (var field : wire.getSchema().getFields()) {
      if (!mayBeNull.contains(field.name())) {
        assertThat(wire.get(field.pos())).as(field.name()).isNotNull();
      }
    }
  }

  static PageChange change(List<AssessedBlock> blocks) {
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

  static AssessedProvision provision(Optional<String> id, AssessedBlock block) {
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

  static AssessedBlock block(String before, String after) {
    return new AssessedBlock(hunk(before, after), List.of("retention"), List.of());
  }

  static Hunk hunk(String before, String after) {
    return new Hunk(
        Operation.MODIFIED,
        List.of("Policy", "Retention"),
        Optional.of(Block.of(BlockKind.PARAGRAPH, before)),
        Optional.of(Block.of(BlockKind.PARAGRAPH, after)));
  }
}
