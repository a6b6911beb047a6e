package io.clausestream.pipeline.operator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.kafka.KafkaRecord;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.RequestedTerms;
import io.clausestream.core.subscription.Subscription;
import io.clausestream.core.subscription.Terms;
import io.clausestream.pipeline.wire.SubscriptionMapper;
import io.clausestream.schema.SubscriptionRequest;
import io.clausestream.schema.WireCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records of subscriptions and of requests for them, for tests. */
public final class SubscriptionRecords {

  private SubscriptionRecords() {}

  /** The record of a subscription of plan own that was always in force. */
  public static KafkaRecord admitted(String subscriberId, String platform) {
    Subscription subscription =
        new Subscription(
            subscriberId, Terms.of("own", Interest.in(Set.of(platform))), true, Instant.EPOCH);
    return new KafkaRecord(
        TopicCatalogue.SUBSCRIPTIONS.name(),
        0,
        0,
        0,
        subscriberId.getBytes(UTF_8),
        WireCodec.of(io.clausestream.schema.Subscription.class)
            .encode(AlertSamples.given(subscription)),
        Map.of());
  }

  /** The request, on its way to the topic, for all that ever was and will be. */
  public static ProducerRecord<byte[], byte[]> askedForAll(String subscriberId) {
    SubscriptionRequest request = request(subscriberId, "own", List.of(Interest.ALL));
    request.setValidFrom(Instant.EPOCH);
    return new ProducerRecord<>(
        TopicCatalogue.SUBSCRIPTION_REQUESTS.name(),
        subscriberId.getBytes(UTF_8),
        WireCodec.of(SubscriptionRequest.class).encode(request));
  }

  /** A request for platforms by a plan. */
  public static SubscriptionRequest request(
      String subscriberId, String plan, List<String> platforms) {
    return SubscriptionRequest.newBuilder()
        .setRequestId("request of " + subscriberId)
        .setSubscriberId(subscriberId)
        .setTerms(SubscriptionMapper.toWire(RequestedTerms.of(plan, platforms)))
        .setRequestedAt(Instant.EPOCH)
        .setRequestedBy("desk")
        .build();
  }

  /** Its record. */
  public static KafkaRecord record(SubscriptionRequest request, long offset, Instant recordedAt) {
    return record(
        request.getSubscriberId(),
        WireCodec.of(SubscriptionRequest.class).encode(request),
        offset,
        recordedAt);
  }

  /** A record of the topic of requests; without value it asks to forget. */
  public static KafkaRecord record(String key, byte[] value, long offset, Instant recordedAt) {
    return new KafkaRecord(
        TopicCatalogue.SUBSCRIPTION_REQUESTS.name(),
        3,
        offset,
        recordedAt.toEpochMilli(),
        key.getBytes(UTF_8),
        value,
        Map.of());
  }
}
