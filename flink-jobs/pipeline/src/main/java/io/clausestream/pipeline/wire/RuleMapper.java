package io.clausestream.pipeline.wire;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.schema.Rule;
import io.clausestream.schema.RuleRequest;
import java.time.Instant;

/** Requests for rules, and what is admitted, to and from the wire. Stateless. */
public final class RuleMapper {

  private RuleMapper() {}

  /** The request that a record holds, with the record's time. */
  public static io.clausestream.core.rules.RuleRequest toCore(
      RuleRequest wire, KafkaRecord record) {
    return new io.clausestream.core.rules.RuleRequest(
        wire.getRuleSetId(),
        wire.getVersion(),
        wire.getEffectiveFrom(),
        wire.getText(),
        RefusalMapper.recordedAt(record));
  }

  /** The record of a version that was admitted. */
  public static Rule admitted(RuleRequest request, String digest, Instant admittedAt) {
    return Rule.newBuilder()
        .setRuleSetId(request.getRuleSetId())
        .setVersion(request.getVersion())
        .setEffectiveFrom(request.getEffectiveFrom())
        .setDigest(digest)
        .setText(request.getText())
        .setRequestId(request.getRequestId())
        .setRequestedBy(request.getRequestedBy())
        .setAdmittedAt(admittedAt)
        .setEngineVersion(EngineVersion.current())
        .build();
  }
}
