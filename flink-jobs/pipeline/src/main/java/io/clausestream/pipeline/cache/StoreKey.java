package io.clausestream.pipeline.cache;

import io.clausestream.core.page.Sha256;
import io.clausestream.schema.Declaration;
import io.clausestream.schema.FetchOutcome;
import io.clausestream.schema.FetchedPage;
import org.jspecify.annotations.Nullable;

/**
 * What content is found by in a store: what it depends on, with the place of the body where an
 * archive tells a body without reading it, else with its hash. The code that made it is in the name
 * of the store's segments.
 */
final class StoreKey {

  private StoreKey() {}

  /** The key of a capture; null when neither place nor hash of its body is known. */
  static @Nullable String of(FetchedPage page) {
    String place = page.getBodyLocation();
    if (place == null) {
      place = page.getBodySha256() == null ? null : "sha256:" + page.getBodySha256();
    }
    return place == null
        ? null
        : of(
            place,
            page.getContentType(),
            page.getOutcome(),
            page.getHttpStatus(),
            page.getDeclaration());
  }

  /** The key of an archive's capture, all of which were answered with success. */
  static String of(String place, @Nullable String contentType) {
    return of(place, contentType, FetchOutcome.OK, null, null);
  }

  private static String of(
      String place,
      @Nullable String contentType,
      FetchOutcome outcome,
      @Nullable Integer status,
      @Nullable Declaration declaration) {
    return Sha256.hex(
        String.join("\n", place, "type " + contentType, outcome.name(), "status " + status)
            + "\n"
            + declaration);
  }
}
