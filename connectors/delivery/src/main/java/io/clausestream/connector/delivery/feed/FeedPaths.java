package io.clausestream.connector.delivery.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.clausestream.connector.delivery.Hashes;
import io.clausestream.connector.delivery.Secret;
import io.clausestream.connector.delivery.Tokens;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/**
 * Where feeds are: in files by hashes of names, and over HTTP below a token that only the secret
 * gives.
 */
public final class FeedPaths {

  /** Name of the feed of all platforms. */
  static final String ALL = "all";

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
        Tokens.keys(secret).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The secret of the feeds has fewer than %d characters; make a longer one."
                            .formatted(Tokens.LEAST_KEY)));
    return "/feeds/%s/%s/%s.atom".formatted(folder, token(key, folder), name(platform));
  }

  /** Whether the token belongs to the folder, by any line of the secret. */
  static boolean isToken(Secret secret, String folder, String token) {
    boolean matches = false;
    for (String key : Tokens.keys(secret)) {
      matches |= MessageDigest.isEqual(token(key, folder).getBytes(UTF_8), token.getBytes(UTF_8));
    }
    return matches;
  }

  private static String token(String key, String folder) {
    return Tokens.of(key, "feed " + folder);
  }
}
