package io.clausestream.core.subscription;

import java.util.Optional;

/**
 * What a subscriber does not want to hear of.
 *
 * @param documentId id of the document
 * @param provisionId id of a provision of it; empty for the whole document
 */
public record Mute(String documentId, Optional<String> provisionId) {}
