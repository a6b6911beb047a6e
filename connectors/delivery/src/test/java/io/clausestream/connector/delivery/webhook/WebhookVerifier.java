package io.clausestream.connector.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a receiver of webhooks does; flink-jobs/docs/channels.md shows its method. */
final class WebhookVerifier {

  private WebhookVerifier() {}

  // begin
  static boolean isGenuine(
      String secret, String id, String timestamp, String signatures, byte[] body, long now)
      throws GeneralSecurityException {
    if (Math.abs(now - Long.parseLong(timestamp)) > 300) {
      return false; // recorded long ago and sent again by somebody
    }
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
    byte[] good = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(UTF_8);
    return Arrays.stream(signatures.split(" "))
        .anyMatch(signature -> MessageDigest.isEqual(good, signature.getBytes(UTF_8)));
  }
  // end
}
