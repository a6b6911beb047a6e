package io.clausestream.core.subscription;

import java.util.OptionalInt;
import java.util.Set;

/**
 * What subscribers of a plan can have.
 *
 * @param id its id
 * @param platforms how many platforms at most; empty for no limit, and then all at once, too
 * @param alerts whether it has same-day alerts
 * @param digest whether it has the weekly digest
 * @param provisionFilters whether one can choose by provision
 * @param channels the kinds of channels
 */
public record Plan(
    String id,
    OptionalInt platforms,
    boolean alerts,
    boolean digest,
    boolean provisionFilters,
    Set<ChannelTarget.Kind> channels) {

  /** Copies the set. */
  public Plan {
    channels = Set.copyOf(channels);
  }
}
