package io.clausestream.connector.delivery.engine;

import io.clausestream.connector.delivery.Hashes;
import io.clausestream.schema.SubscriptionChannel;

/** Stable ids of deliveries: one message on one channel of its subscriber. */
public final class DeliveryId {

  private DeliveryId() {}

  /** The id of the delivery of a message on a channel: 32 lower-case hexadecimal digits. */
  public static String of(String messageId, SubscriptionChannel channel) {
    String secret = channel.getSecret() == null ? "" : channel.getSecret();
    return Hashes.of(
        String.join(
            "\n", "delivery", messageId, channel.getKind().name(), channel.getTarget(), secret));
  }
}
