package io.clausestream.pipeline.operator;

import io.clausestream.core.alert.ToldChange;
import io.clausestream.core.subscription.ChangeFacts;
import io.clausestream.pipeline.wire.ChangeFactsMapper;
import io.clausestream.pipeline.wire.FactsMapper;
import io.clausestream.schema.PageChange;
import java.time.Instant;
import java.util.Set;

/**
 * A change that is being matched: what decides who hears of it is worked out once for all.
 *
 * @param wire its record
 * @param facts what decides
 * @param told as it is compared with what was told before
 */
record ChangeInHand(PageChange wire, ChangeFacts facts, ToldChange told) {

  static ChangeInHand of(PageChange wire) {
    return of(wire, FactsMapper.toCore(wire));
  }

  /** One whose facts are known. */
  static ChangeInHand of(PageChange wire, Set<String> facts) {
    return new ChangeInHand(
        wire,
        ChangeFactsMapper.toCore(wire),
        new ToldChange(wire.getChangeId(), wire.getDetectedAt(), facts));
  }

  String changeId() {
    return wire.getChangeId();
  }

  Instant detectedAt() {
    return wire.getDetectedAt();
  }
}
