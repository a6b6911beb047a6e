package io.clausestream.core.rules;

import java.time.Instant;

/**
 * A version that was admitted.
 *
 * @param version the version
 * @param digest hash of what it means
 * @param effectiveFrom from when it holds
 */
public record KnownVersion(String version, String digest, Instant effectiveFrom) {

  /** What is remembered of a rule set. */
  public static KnownVersion of(RuleSet rules) {
    return new KnownVersion(rules.version(), rules.digest(), rules.effectiveFrom());
  }
}
