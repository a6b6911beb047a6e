package io.clausestream.pipeline.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The changes that a subscriber was told lately, the first told first.
 *
 * @param told the changes; at most {@value #MOST}
 */
public record ToldList(List<Told> told) {

  /** Most changes; beyond them the first are forgotten. */
  public static final int MOST = 1024;

  /** Nothing was told. */
  public static final ToldList NONE = new ToldList(List.of());

  /**
   * A change that was told.
   *
   * @param changeId id of the change
   * @param detectedAt when it was sure
   * @param alert whether by an alert, and not in the digest alone
   */
  public record Told(String changeId, Instant detectedAt, boolean alert) {}

  /** Copies the list. */
  public ToldList {
    told = List.copyOf(told);
  }

  /** What was told of a change. */
  public Optional<Told> of(String changeId) {
    return told.stream().filter(one -> one.changeId().equals(changeId)).findFirst();
  }

  /** The same and one more, or how it was told since. */
  public ToldList and(Told one) {
    List<Told> all = new ArrayList<>(told);
    all.removeIf(before -> before.changeId().equals(one.changeId()));
    if (all.size() == MOST) {
      all.remove(0);
    }
    all.add(one);
    return new ToldList(all);
  }

  /** The same without what was detected at an instant or before. */
  public ToldList after(Instant instant) {
    return told.stream().allMatch(one -> one.detectedAt().isAfter(instant))
        ? this
        : new ToldList(told.stream().filter(one -> one.detectedAt().isAfter(instant)).toList());
  }
}
