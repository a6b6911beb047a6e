package io.clausestream.pipeline.wire;

import io.clausestream.core.severity.Direction;
import io.clausestream.core.severity.Severity;
import io.clausestream.core.subscription.ChangeFacts;
import io.clausestream.core.subscription.ChangeFacts.ProvisionFacts;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.ProvisionChange;
import java.util.Optional;

/** What of a change decides who hears of it, from the wire. Stateless. */
public final class ChangeFactsMapper {

  private ChangeFactsMapper() {}

  /** The facts of a change that this release wrote. */
  public static ChangeFacts toCore(PageChange wire) {
    return new ChangeFacts(
        wire.getPlatform(),
        wire.getDocumentId(),
        wire.getDocumentType(),
        Severity.valueOf(wire.getSeverity().name()),
        Direction.valueOf(wire.getDirection().name()),
        wire.getCategories(),
        wire.getProvisions().stream().map(ChangeFactsMapper::toCore).toList());
  }

  private static ProvisionFacts toCore(ProvisionChange wire) {
    return new ProvisionFacts(
        Optional.ofNullable(wire.getProvisionId()),
        Severity.valueOf(wire.getSeverity().name()),
        Direction.valueOf(wire.getDirection().name()),
        wire.getCategories());
  }
}
