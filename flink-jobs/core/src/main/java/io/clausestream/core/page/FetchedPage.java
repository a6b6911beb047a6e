package io.clausestream.core.page;

import java.util.OptionalInt;

/**
 * A fetch event that passed {@link PageCheck}, with its body decoded.
 *
 * @param ref which fetch of which document
 * @param outcome how the fetch ended
 * @param httpStatus HTTP status of the last answer, if it is known
 * @param body the decoded body, empty when there is none; not copied, never modified
 * @param bodySha256 SHA-256 of the body; made once, as a body is large
 * @param declaration hints of the edge
 */
public record FetchedPage(
    PageRef ref,
    FetchOutcome outcome,
    OptionalInt httpStatus,
    byte[] body,
    String bodySha256,
    Declaration declaration) {

  /** A page whose body was not hashed before. */
  public FetchedPage(
      PageRef ref,
      FetchOutcome outcome,
      OptionalInt httpStatus,
      byte[] body,
      Declaration declaration) {
    this(ref, outcome, httpStatus, body, Sha256.hex(body), declaration);
  }
}
