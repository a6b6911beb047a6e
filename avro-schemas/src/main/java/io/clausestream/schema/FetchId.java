package io.clausestream.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The id of a fetch: made of its content, so that whoever sends a fetch again sends the same id.
 */
public final class FetchId {

  private static final int DIGEST_BYTES = 16;

  private FetchId() {}

  /**
   * The first 32 lower-case hexadecimal digits of the SHA-256 over the UTF-8 of {@code "fetch\n"},
   * documentId, {@code "\n"}, fetchedAt in epoch milliseconds, {@code "\n"} and bodySha256.
   *
   * @param documentId stable id of the document
   * @param fetchedAt when the answer was complete; counts in whole milliseconds
   * @param bodySha256 SHA-256 of the decoded body, lower-case hexadecimal; null when there is none
   */
  public static String of(String documentId, Instant fetchedAt, @Nullable String bodySha256) {
    String content =
        "fetch\n"
            + documentId
            + "\n"
            + fetchedAt.toEpochMilli()
            + "\n"
            + (bodySha256 == null ? "" : bodySha256);
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
