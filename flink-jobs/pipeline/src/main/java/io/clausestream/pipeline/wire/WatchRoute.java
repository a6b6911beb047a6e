package io.clausestream.pipeline.wire;

import io.clausestream.schema.state.WatcherTerms;
import org.jspecify.annotations.Nullable;

/**
 * Terms of a subscriber on their way to a bucket of one platform: flat, so that Flink serialises it
 * without a fallback.
 *
 * @param key the bucket; the stream is keyed by it
 * @param subscriberId id of the subscriber
 * @param terms what it wants to hear of the platform, from when on; null: it was forgotten
 */
public record WatchRoute(String key, String subscriberId, @Nullable WatcherTerms terms) {}
