package io.clausestream.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What ids on the wire are made of. */
final class ShortHash {

  private static final int DIGEST_BYTES = 16;

  private ShortHash() {}

  /** The first 32 lower-case hexadecimal digits of the SHA-256 over the UTF-8 of a text. */
  static String of(String content) {
    byte[] digest = sha256().digest(content.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
    }
  }
}
