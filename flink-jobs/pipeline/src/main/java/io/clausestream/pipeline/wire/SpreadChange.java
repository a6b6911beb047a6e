package io.clausestream.pipeline.wire;

import org.jspecify.annotations.Nullable;

/**
 * A change on its way to the subscribers of one bucket, or that it was told wrongly: flat, so that
 * Flink serialises it without a fallback. Nobody writes to what it holds.
 *
 * @param key the bucket; the stream is keyed by it
 * @param changeId id of the change
 * @param detectedAt when it was sure, in the time of the fetches, epoch milliseconds
 * @param change the record of the change as {@link PackedChange} makes it
 * @param correctedAt when the correction was recorded, epoch milliseconds; 0 for a change
 * @param correction why it was told wrongly; null for a change
 */
@SuppressWarnings("ArrayRecordComponent")
public record SpreadChange(
    String key,
    String changeId,
    long detectedAt,
    byte[] change,
    long correctedAt,
    @Nullable String correction) {}
