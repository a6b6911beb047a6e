package io.clausestream.connector.delivery.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.schema.SubscriptionChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stable ids of deliveries: one message on one channel of its subscriber. */
public final class DeliveryId {

  private static final int DIGITS = 32;

  private DeliveryId() {}

  /** The id of the delivery of a message on a channel: 32 lower-case hexadecimal digits. */
  public static String of(String messageId, SubscriptionChannel channel) {
    String secret = channel.getSecret() == null ? "" : channel.getSecret();
    String text =
        String.join(
            "\n", "delivery", messageId, channel.getKind().name(), channel.getTarget(), secret);
    return HexFormat.of().formatHex(sha256(text.getBytes(UTF_8))).substring(0, DIGITS);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
