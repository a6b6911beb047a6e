package io.clausestream.cli.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.OutboundRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.pipeline.wire.SubscriptionMapper;
import io.clausestream.schema.SubscriptionRequest;
import io.clausestream.schema.SubscriptionTerms;
import io.clausestream.schema.WireCodec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests of subscribers on their way to the topic. Stateless. */
public final class SubscriptionRequests {

  private static final String SOURCE = "/clausestream/subscriptions";

  private SubscriptionRequests() {}

  /**
   * A request as the topic has it, under a new id.
   *
   * @param now when it is asked for
   * @param by who asks; null when not told
   */
  public static SubscriptionRequest of(
      io.clausestream.core.subscription.SubscriptionRequest request,
      Instant now,
      @Nullable String by) {
    return of(
        request.subscriberId(),
        SubscriptionMapper.toWire(request.terms()),
        request.validFrom().orElse(null),
        now,
        by);
  }

  static SubscriptionRequest of(
      String subscriberId,
      SubscriptionTerms terms,
      @Nullable Instant validFrom,
      Instant now,
      @Nullable String by) {
    return SubscriptionRequest.newBuilder()
        .setRequestId(UUID.randomUUID().toString())
        .setSubscriberId(subscriberId)
        .setTerms(terms)
        .setValidFrom(validFrom)
        .setRequestedAt(now.truncatedTo(ChronoUnit.MILLIS))
        .setRequestedBy(by)
        .build();
  }

  /** The record that asks for terms. */
  public static OutboundRecord record(SubscriptionRequest request) {
    return record(
        request.getSubscriberId(),
        WireCodec.of(SubscriptionRequest.class).encode(request),
        request.getRequestId(),
        request.getRequestedAt());
  }

  /** The record that asks to forget a subscriber. */
  static OutboundRecord forget(String subscriberId, Instant now) {
    return record(
        subscriberId, null, UUID.randomUUID().toString(), now.truncatedTo(ChronoUnit.MILLIS));
  }

  private static OutboundRecord record(
      String subscriberId, byte @Nullable [] value, String id, Instant at) {
    return new OutboundRecord(
        TopicCatalogue.SUBSCRIPTION_REQUESTS.name(),
        subscriberId.getBytes(UTF_8),
        value,
        at.toEpochMilli(),
        id,
        TopicCatalogue.SUBSCRIPTION_REQUESTS.eventType(),
        SOURCE,
        at,
        null);
  }
}
