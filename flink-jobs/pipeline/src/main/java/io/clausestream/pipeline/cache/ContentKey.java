package io.clausestream.pipeline.cache;

import io.clausestream.core.canonical.Canonicalizer;
import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchedPage;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that the canonical content of a fetch depends on. Two fetches with equal keys have equal
 * content: the stateless stages look at nothing else.
 *
 * @param bodySha256 SHA-256 of the decoded body
 * @param contentType content type as the server gave it
 * @param outcome name of how the fetch ended
 * @param httpStatus HTTP status of the last answer
 * @param declaration hints of the edge
 * @param canonicalVersion version of the canonical text rules
 */
public record ContentKey(
    String bodySha256,
    Optional<String> contentType,
    String outcome,
    OptionalInt httpStatus,
    Declaration declaration,
    int canonicalVersion) {

  /** The key of a page's content under the rules of this build. */
  public static ContentKey of(FetchedPage page) {
    return new ContentKey(
        page.bodySha256(),
        page.ref().contentType(),
        page.outcome().name(),
        page.httpStatus(),
        page.declaration(),
        Canonicalizer.VERSION);
  }
}
