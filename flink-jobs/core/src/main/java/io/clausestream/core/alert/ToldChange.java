package io.clausestream.core.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * A change as far as it matters whether it was told before.
 *
 * @param changeId id of the change
 * @param detectedAt when it was sure
 * @param facts ids of its facts; empty when it can repeat none, and cannot be repeated
 */
public record ToldChange(String changeId, Instant detectedAt, Set<String> facts) {

  private static final Comparator<ToldChange> IN_TIME =
      Comparator.comparing(ToldChange::detectedAt).thenComparing(ToldChange::changeId);

  /** Copies the set. */
  public ToldChange {
    facts = Set.copyOf(facts);
  }

  /**
   * The first of the changes told before that told all facts of this one, at most {@link
   * AlertMemory#TOLD} before it.
   */
  public Optional<ToldChange> repeats(Collection<ToldChange> before) {
    return facts.isEmpty() ? Optional.empty() : before.stream().filter(this::isToldBy).min(IN_TIME);
  }

  private boolean isToldBy(ToldChange other) {
    return !other.changeId.equals(changeId)
        && !other.detectedAt.isAfter(detectedAt)
        && !other.detectedAt.isBefore(detectedAt.minus(AlertMemory.TOLD))
        && other.facts.containsAll(facts);
  }
}
