package io.clausestream.pipeline.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A canonical fetch on its way to the operator with state: flat, so that Flink serialises it
 * without a fallback. The raw page is not in it.
 *
 * @param fetchId stable id of the fetch
 * @param documentId stable id of the document
 * @param platform name of the platform; the stream is keyed by it
 * @param documentType type of the document
 * @param url URL that was asked for
 * @param fetchedAt when the answer was complete
 * @param contentType content type as the server gave it; null when it gave none
 * @param origin name of where the capture came from
 * @param notModified whether the server said that nothing changed
 * @param page title, links and blocks, packed by {@link CanonicalFetchMapper}
 * @param bodySha256 SHA-256 of the body
 * @param textSha256 SHA-256 of the canonical text
 * @param linksSha256 SHA-256 of the link targets
 * @param declarationSha256 SHA-256 of the declared selectors; empty when none were declared
 * @param evidence what speaks against the capture: code and detail in turn
 * @param canonicalVersion version of the canonical text rules
 * @param previous the blocks under the rules of the release before, packed; empty when they were
 *     not made
 * @param topic topic that its record was read from; null when it came in none
 * @param partition partition that its record was read from; -1 when it came in none
 * @param offset offset that its record was read from; -1 when it came in none
 * @param recordTimestamp the record's Kafka timestamp, epoch milliseconds; -1 when it has none
 */
@SuppressWarnings("ArrayRecordComponent")
public record CanonicalFetchRecord(
    String fetchId,
    String documentId,
    String platform,
    String documentType,
    String url,
    Instant fetchedAt,
    @Nullable String contentType,
    String origin,
    boolean notModified,
    byte[] page,
    String bodySha256,
    String textSha256,
    String linksSha256,
    String declarationSha256,
    List<String> evidence,
    int canonicalVersion,
    byte[] previous,
    @Nullable String topic,
    int partition,
    long offset,
    long recordTimestamp) {}
