package io.clausestream.connector.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that only a secret gives: HMAC-SHA256 in base64 for URLs, 43 characters. Stateless. */
public final class Tokens {

  /** Characters that a key has at least. */
  public static final int LEAST_KEY = 32;

  private Tokens() {}

  /** The keys of a secret, the one that is used first: its lines that are long enough. */
  public static List<String> keys(Secret secret) {
    return secret
        .value()
        .lines()
        .map(String::strip)
        .filter(line -> line.length() >= LEAST_KEY)
        .toList();
  }

  /** The token of a text by a key. */
  public static String of(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
