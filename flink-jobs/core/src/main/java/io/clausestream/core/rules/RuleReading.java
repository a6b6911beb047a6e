package io.clausestream.core.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a file of rules holds.
 *
 * @param ruleSet the rules; empty when there is any fault
 * @param faults all that is wrong, by line; the first {@link RuleFile#MAX_FAULTS} that were found
 * @param faultCount how many faults there are
 */
public record RuleReading(Optional<RuleSet> ruleSet, List<RuleFault> faults, int faultCount) {

  /** Copies the list. */
  public RuleReading {
    faults = List.copyOf(faults);
  }

  /**
   * The rules.
   *
   * @throws IllegalArgumentException naming the faults, if there are any
   */
  public RuleSet orThrow() {
    return ruleSet.orElseThrow(
        () ->
            new IllegalArgumentException(
                "The rule file is wrong in "
                    + faultCount
                    + " places: "
                    + faults.stream().map(RuleFault::toString).collect(Collectors.joining("; "))));
  }
}
