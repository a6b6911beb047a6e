package io.clausestream.core.severity;

/**
 * Why a severity is what it is.
 *
 * @param ruleId id of the rule in the rule set
 * @param sentence the reason in one sentence
 */
public record Reason(String ruleId, String sentence) {}
