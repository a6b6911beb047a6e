package io.clausestream.pipeline.wire;

import io.clausestream.core.provision.Clause;
import io.clausestream.core.severity.AssessedProvision;
import io.clausestream.schema.Direction;
import io.clausestream.schema.Lineage;
import io.clausestream.schema.ProvisionChange;
import io.clausestream.schema.QuantityChange;
import io.clausestream.schema.Reason;
import io.clausestream.schema.Severity;
import java.util.List;

/** Touched provisions to the wire, as many as a record takes. Stateless. */
final class ProvisionChangeMapper {

  /** With the reasons of each, so many stay well below the size of a record. */
  static final int MOST = RecordBudget.CHANGE_BLOCKS;

  private static final int MOST_REASONS = 5;
  private static final int MOST_QUANTITIES = 20;
  private static final int LONGEST_HEADING = 300;

  private ProvisionChangeMapper() {}

  static List<ProvisionChange> toWire(List<AssessedProvision> provisions) {
    return provisions.stream().limit(MOST).map(ProvisionChangeMapper::toWire).toList();
  }

  private static ProvisionChange toWire(AssessedProvision provision) {
    var change = provision.change();
    Clause clause = change.after().or(change::before).orElseThrow();
    return ProvisionChange.newBuilder()
        .setProvisionId(change.provisionId().orElse(null))
        .setLineage(Lineage.valueOf(change.lineage().name()))
        .setHeadingPath(clause.headingPath().stream().map(ProvisionChangeMapper::cut).toList())
        .setSeverity(Severity.valueOf(provision.severity().name()))
        .setDirection(Direction.valueOf(provision.direction().name()))
        .setCategories(provision.categories())
        .setReasons(reasons(provision.reasons()))
        .setQuantities(quantities(provision))
        .setAuthorities(provision.authorities())
        .setRetroactive(provision.retroactive())
        .setFirstSeen(change.firstSeen())
        .setLastChanged(change.lastChanged())
        .build();
  }

  private static List<QuantityChange> quantities(AssessedProvision provision) {
    return provision.quantities().stream()
        .limit(MOST_QUANTITIES)
        .map(
            quantity ->
                new QuantityChange(
                    quantity.before().amount().toPlainString(),
                    quantity.after().amount().toPlainString(),
                    quantity.before().unit().name(),
                    quantity.after().unit().name()))
        .toList();
  }

  private static List<Reason> reasons(List<io.clausestream.core.severity.Reason> reasons) {
    return reasons.stream()
        .limit(MOST_REASONS)
        .map(reason -> new Reason(reason.ruleId(), reason.sentence()))
        .toList();
  }

  private static String cut(String heading) {
    return heading.length() <= LONGEST_HEADING ? heading : heading.substring(0, LONGEST_HEADING);
  }
}
