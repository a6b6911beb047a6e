package io.clausestream.pipeline.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.pipeline.wire.RuleMapper;
import io.clausestream.schema.Rule;
import io.clausestream.schema.RuleRequest;
import io.clausestream.schema.WireCodec;
import java.time.Instant;
import java.util.Map;

/** Requests for small sets of rules. */
final class RuleRequests {

  private RuleRequests() {}

  static String text(String version, Instant effectiveFrom) {
    return """
        id: governance
        version: "%s"
        effectiveFrom: "%s"
        categories:
          - {id: retention-%s, name: retention, weight: high, words: {en: ["days"]}}
        statements:
          - id: says.days
            category: retention-%s
            serves: platform
            level: high
            says: names a number of days
            words: {en: ["days"]}
        signals: {en: {negation: ["not"]}}
        """
        .formatted(version, effectiveFrom, version, version);
  }

  static RuleRequest request(String version, Instant effectiveFrom) {
    return request(version, effectiveFrom, text(version, effectiveFrom));
  }

  static RuleRequest request(String version, Instant effectiveFrom, String text) {
    return RuleRequest.newBuilder()
        .setRequestId("request-" + version)
        .setRuleSetId("governance")
        .setVersion(version)
        .setEffectiveFrom(effectiveFrom)
        .setText(text)
        .setRequestedAt(effectiveFrom)
        .setRequestedBy("counsel")
        .build();
  }

  static Rule rule(String version, Instant effectiveFrom) {
    return RuleMapper.admitted(request(version, effectiveFrom), "digest", effectiveFrom);
  }

  static KafkaRecord record(RuleRequest request, long offset, Instant recordedAt) {
    return record(
        request.getRuleSetId(),
        WireCodec.of(RuleRequest.class).encode(request),
        offset,
        recordedAt);
  }

  static KafkaRecord record(String key, byte[] value, long offset, Instant recordedAt) {
    return new KafkaRecord(
        "rule-requests",
        0,
        offset,
        recordedAt.toEpochMilli(),
        key.getBytes(UTF_8),
        value,
        Map.of());
  }
}
