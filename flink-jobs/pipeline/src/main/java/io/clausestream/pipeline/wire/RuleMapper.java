package io.clausestream.pipeline.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.schema.Refusal;
import io.clausestream.schema.Rule;
import io.clausestream.schema.RuleRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Requests for rules, and what becomes of them, to and from the wire. Stateless. */
public final class RuleMapper {

  /** Reason code of a request that cannot be decoded. */
  public static final String UNDECODABLE = "UNDECODABLE";

  private RuleMapper() {}

  /** The key of a record as text; empty where it has none. */
  public static String key(KafkaRecord record) {
    byte[] key = record.key();
    return key == null ? "" : new String(key, UTF_8);
  }

  /** The request that a record holds, with the record's time. */
  public static io.clausestream.core.rules.RuleRequest toCore(
      RuleRequest wire, KafkaRecord record) {
    return new io.clausestream.core.rules.RuleRequest(
        wire.getRuleSetId(),
        wire.getVersion(),
        wire.getEffectiveFrom(),
        wire.getText(),
        recordedAt(record));
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

  /**
   * The record of a request that was refused.
   *
   * @param request the request; null when it could not be decoded
   */
  public static Refusal refused(
      KafkaRecord record, @Nullable RuleRequest request, String reason, String detail) {
    return RefusalMapper.toWire(
        record,
        request == null
            ? RefusalMapper.Asked.UNKNOWN
            : new RefusalMapper.Asked(
                request.getRequestId(),
                request.getRuleSetId() + "@" + request.getVersion(),
                request.getRequestedBy()),
        reason,
        detail);
  }

  private static Instant recordedAt(KafkaRecord record) {
    return Instant.ofEpochMilli(Math.max(0, record.timestamp()));
  }
}
