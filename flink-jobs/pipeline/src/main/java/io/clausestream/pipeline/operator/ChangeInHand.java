package io.clausestream.pipeline.operator;

import io.clausestream.core.alert.ToldChange;
import io.clausestream.core.subscription.ChangeFacts;
import io.clausestream.schema.PageChange;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A change that is being matched: what decides who hears of it is worked out once for all.
 *
 * @param facts what decides
 * @param told as it is compared with what was told before
 * @param record gives its record, which only who hears of it needs
 */
record ChangeInHand(ChangeFacts facts, ToldChange told, Supplier<PageChange> record) {

  String changeId() {
    return told.changeId();
  }

  Instant detectedAt() {
    return told.detectedAt();
  }

  PageChange wire() {
    return record.get();
  }
}
