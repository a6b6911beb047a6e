package io.clausestream.cli.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.OutboundRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.RuleRequest;
import io.clausestream.schema.WireCodec;

/** Requests for rules on their way to the topic. Stateless. */
final class RuleRequests {

  private RuleRequests() {}

  static OutboundRecord record(RuleRequest request) {
    return new OutboundRecord(
        TopicCatalogue.RULE_REQUESTS.name(),
        request.getRuleSetId().getBytes(UTF_8),
        WireCodec.of(RuleRequest.class).encode(request),
        request.getRequestedAt().toEpochMilli(),
        request.getRequestId(),
        TopicCatalogue.RULE_REQUESTS.eventType(),
        "/clausestream/rules",
        request.getRequestedAt(),
        request.getRuleSetId() + "@" + request.getVersion());
  }
}
