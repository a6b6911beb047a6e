package io.clausestream.cli.feed;

import io.clausestream.schema.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the user says of a capture; null: nothing.
 *
 * @param url where the page stands
 * @param platform who publishes it
 * @param documentType what it is
 * @param documentId its stable id
 * @param fetchedAt when it was fetched
 * @param contentType what the bytes are
 * @param region where it was asked for from
 * @param language in which language it was asked for
 * @param origin whether it is of now or of history
 */
record SubmitOptions(
    String url,
    @Nullable String platform,
    @Nullable String documentType,
    @Nullable String documentId,
    Instant fetchedAt,
    @Nullable String contentType,
    @Nullable String region,
    @Nullable String language,
    Origin origin) {}
