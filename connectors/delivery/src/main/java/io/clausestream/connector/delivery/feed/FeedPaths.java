package io.clausestream.connector.delivery.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.delivery.Hashes;
import io.clausestream.connector.delivery.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where feeds are: in files by hashes of names, and over HTTP below a token that only the secret
 * gives.
 */
public final class FeedPaths {

  /** Name of the feed of all platforms. */
  static final String ALL = "all";

  /** Characters that a key of tokens has at least. */
  static final int LEAST_KEY = 32;

  private static final int LONGEST_SLUG = 40;

  private FeedPaths() {}

  /** Name of the folder of a subscriber. */
  static String folder(String subscriberId) {
    return Hashes.of(subscriberId);
  }

  /** Name of the feed of a platform: readable, and different for different platforms. */
  static String name(Optional<String> platform) {
    return platform.map(FeedPaths::name).orElse(ALL);
  }

  private static String name(String platform) {
    String slug = platform.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)) + "-" + Hashes.of(platform);
  }

  /**
   * The path of a feed below the server's URL, which is itself as good as a password.
   *
   * @param secret the first line is the key
   * @param platform of one platform alone; empty for all
   * @throws IllegalArgumentException when the secret is too short
   */
  public static String path(Secret secret, String subscriberId, Optional<String> platform) {
    String folder = folder(subscriberId);
    String key =
        keys(secret).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The secret of the feeds has fewer than %d characters; make a longer one."
                            .formatted(LEAST_KEY)));
    return "/feeds/%s/%s/%s.atom".formatted(folder, token(key, folder), name(platform));
  }

  /** Whether the token belongs to the folder, by any line of the secret. */
  static boolean isToken(Secret secret, String folder, String token) {
    boolean matches = false;
    for (String key : keys(secret)) {
      matches |= MessageDigest.isEqual(token(key, folder).getBytes(UTF_8), token.getBytes(UTF_8));
    }
    return matches;
  }

  private static List<String> keys(Secret secret) {
    return secret
        .value()
        .lines()
        .map(String::strip)
        .filter(line -> line.length() >= LEAST_KEY)
        .toList();
  }

  private static String token(String key, String folder) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      byte[] bytes = mac.doFinal(("feed " + folder).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
