package io.clausestream.core.page;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Which fetch of which document: all of a fetch but its content, carried through every stage.
 *
 * @param fetchId stable id of the fetch
 * @param documentId stable id of the document, unique over platforms
 * @param platform name of the platform that publishes the document
 * @param documentType type of the document
 * @param url URL that was asked for
 * @param fetchedAt when the answer was complete
 * @param contentType content type as the server gave it
 * @param origin where the capture came from
 */
public record PageRef(
    String fetchId,
    String documentId,
    String platform,
    String documentType,
    URI url,
    Instant fetchedAt,
    Optional<String> contentType,
    Origin origin) {}
