package io.clausestream.pipeline.wire;

import io.clausestream.schema.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Terms of a subscriber were admitted, or the subscriber was forgotten: one of the two. Flink
 * serialises it as a POJO.
 *
 * @param subscriberId id of the subscriber
 * @param subscription the terms; null when the subscriber was forgotten
 * @param newsId stable id: by the place of the request
 * @param recordedAt when the request was recorded, epoch milliseconds
 */
public record SubscriptionNews(
    String subscriberId, @Nullable Subscription subscription, String newsId, long recordedAt) {}
