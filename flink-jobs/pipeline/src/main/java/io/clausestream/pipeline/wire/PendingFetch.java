package io.clausestream.pipeline.wire;

import java.time.Instant;

/**
 * A fetch whose verdict still waits when a bounded input ends.
 *
 * @param platform name of the platform
 * @param documentId stable id of the document
 * @param fetchId stable id of the fetch
 * @param fetchedAt when the page was fetched
 * @param deadline until when it waits
 * @param reason code of why it waits
 */
public record PendingFetch(
    String platform,
    String documentId,
    String fetchId,
    Instant fetchedAt,
    Instant deadline,
    String reason) {}
