package io.clausestream.core.page;

import java.util.OptionalInt;

/**
 * A fetch event that passed {@link PageCheck}, with its body decoded.
 *
 * @param ref which fetch of which document
 * @param outcome how the fetch ended
 * @param httpStatus HTTP status of the last answer, if it is known
 * @param body the decoded body, empty when there is none; not copied, never modified
 * @param declaration hints of the edge
 */
public record FetchedPage(
    PageRef ref,
    FetchOutcome outcome,
    OptionalInt httpStatus,
    byte[] body,
    Declaration declaration) {}
