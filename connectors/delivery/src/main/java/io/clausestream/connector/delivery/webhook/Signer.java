package io.clausestream.connector.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.delivery.Secret;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks do: HMAC-SHA256 of id, time stamp and body, with each key. */
final class Signer {

  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_KEY_BYTES = 24;
  private static final int MOST_KEY_BYTES = 64;

  private final List<SecretKeySpec> keys;

  private Signer(List<SecretKeySpec> keys) {
    this.keys = keys;
  }

  /**
   * A signer with the keys of a secret.
   *
   * @param secret {@code whsec_} and the key in base64, one on each line while keys are rotated
   * @return empty when a line is no such key
   */
  static Optional<Signer> of(Secret secret) {
    List<SecretKeySpec> keys = new ArrayList<>();
    for (String line : secret.value().lines().map(String::strip).toList()) {
      if (!line.isEmpty()) {
        Optional<SecretKeySpec> key = key(line);
        if (key.isEmpty()) {
          return Optional.empty();
        }
        keys.add(key.get());
      }
    }
    return keys.isEmpty() ? Optional.empty() : Optional.of(new Signer(keys));
  }

  private static Optional<SecretKeySpec> key(String line) {
    if (!line.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(line.substring(PREFIX.length()));
      return bytes.length < LEAST_KEY_BYTES || bytes.length > MOST_KEY_BYTES
          ? Optional.empty()
          : Optional.of(new SecretKeySpec(bytes, ALGORITHM));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The value of the header webhook-signature: a signature for each key, with spaces between.
   *
   * @param timestamp seconds since 1970
   */
  String sign(String id, long timestamp, byte[] body) {
    return keys.stream()
        .map(key -> VERSION + signature(key, id, timestamp, body))
        .collect(Collectors.joining(" "));
  }

  private static String signature(SecretKeySpec key, String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
