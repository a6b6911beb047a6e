package io.clausestream.connector.delivery.engine;

import io.clausestream.schema.ChannelKind;
import java.util.Optional;
import java.util.Set;

/**
 * Which deliveries are asked for; what is empty does not restrict.
 *
 * @param deliveryIds ids of deliveries
 * @param messageIds alertIds and digestIds
 * @param subscriberId id of a subscriber
 * @param channel kind of the channel
 */
public record DeliveryFilter(
    Set<String> deliveryIds,
    Set<String> messageIds,
    Optional<String> subscriberId,
    Optional<ChannelKind> channel) {

  /** Keeps copies. */
  public DeliveryFilter {
    deliveryIds = Set.copyOf(deliveryIds);
    messageIds = Set.copyOf(messageIds);
  }

  /** All deliveries. */
  public static DeliveryFilter all() {
    return new DeliveryFilter(Set.of(), Set.of(), Optional.empty(), Optional.empty());
  }

  /** Those with these ids. */
  public static DeliveryFilter ids(Set<String> deliveryIds) {
    return new DeliveryFilter(deliveryIds, Set.of(), Optional.empty(), Optional.empty());
  }

  /** Those of a subscriber. */
  public static DeliveryFilter of(String subscriberId) {
    return new DeliveryFilter(Set.of(), Set.of(), Optional.of(subscriberId), Optional.empty());
  }

  boolean matches(String deliveryId, String messageId, String subscriber, ChannelKind kind) {
    return (deliveryIds.isEmpty() || deliveryIds.contains(deliveryId))
        && (messageIds.isEmpty() || messageIds.contains(messageId))
        && (subscriberId.isEmpty() || subscriberId.get().equals(subscriber))
        && (channel.isEmpty() || channel.get() == kind);
  }
}
