package io.clausestream.schema;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The id of a fetch: made of its content, so that whoever sends a fetch again sends the same id.
 */
public final class FetchId {

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
    return ShortHash.of(content);
  }
}
