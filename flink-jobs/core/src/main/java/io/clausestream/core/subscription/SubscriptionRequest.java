package io.clausestream.core.subscription;

import java.time.Instant;
import java.util.Optional;

/**
 * A subscriber asks for terms. What is admitted takes the place of what was.
 *
 * @param subscriberId id of the subscriber
 * @param terms what is asked for, whole
 * @param validFrom changes detected from then on shall be told; empty for when it was recorded
 */
public record SubscriptionRequest(
    String subscriberId, RequestedTerms terms, Optional<Instant> validFrom) {}
