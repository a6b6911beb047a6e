package io.clausestream.core.rules;

import java.time.Instant;

/**
 * A version of a rule set that somebody asks for.
 *
 * @param ruleSetId id of the set, as the request names it
 * @param version version of the set, as the request names it
 * @param effectiveFrom from when it shall hold, as the request says
 * @param text the file of the rules
 * @param recordedAt when the request was recorded, by the clock of its carrier
 */
public record RuleRequest(
    String ruleSetId, String version, Instant effectiveFrom, String text, Instant recordedAt) {}
