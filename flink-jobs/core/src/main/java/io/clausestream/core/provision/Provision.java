package io.clausestream.core.provision;

import java.time.Instant;

/**
 * A provision that is followed from version to version. When it was last verified is when its
 * document was: nothing is written for it at a fetch that shows no change.
 *
 * @param id stable id, 32 hexadecimal digits
 * @param clause index of its clause in the text in force
 * @param key 64-bit hash of its words, by which a text that is cut otherwise by a later release is
 *     aligned
 * @param firstSeen when the first capture that showed it was fetched
 * @param lastChanged when the capture with the latest change of its words that was told was fetched
 */
public record Provision(String id, int clause, long key, Instant firstSeen, Instant lastChanged) {}
