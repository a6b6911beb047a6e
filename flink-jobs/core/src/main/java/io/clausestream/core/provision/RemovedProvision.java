package io.clausestream.core.provision;

import java.time.Instant;

/**
 * A provision that was removed, remembered so that it gets its id back when it returns.
 *
 * @param id its id, 32 hexadecimal digits
 * @param key 64-bit hash of its last words
 * @param firstSeen when the first capture that showed it was fetched
 * @param removedAt when the first capture without it was fetched
 */
public record RemovedProvision(String id, long key, Instant firstSeen, Instant removedAt) {}
